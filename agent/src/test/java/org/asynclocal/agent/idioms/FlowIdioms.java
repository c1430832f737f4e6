package org.asynclocal.agent.idioms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;

/** Publishers and processes. */
final class FlowIdioms {
  private FlowIdioms() {}

  static void addTo(IdiomTable table) {
    table.add(
        "SubmissionPublisher.subscribe(subscriber)",
        () ->
            probe -> {
              try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
                publisher.subscribe(new Seeing(probe));
                Elsewhere.run(() -> publisher.submit(1));
                probe.await(2);
              }
            });
    table.add(
        "SubmissionPublisher.consume(consumer)",
        () -> {
          Executor executor = Executors.newFixedThreadPool(1);
          return probe -> {
            CompletableFuture<Void> consumed;
            try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>(executor, 16)) {
              consumed = publisher.consume(probe.consumer());
              Elsewhere.run(() -> publisher.submit(1));
              probe.await();
            }
            consumed.join();
          };
        });
    table.add(
        "a subscriber to what is submitted within another store",
        () ->
            probe -> {
              try (SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>()) {
                publisher.subscribe(new Seeing(probe));
                probe.inOther(() -> publisher.submit(1));
                probe.await(2);
              }
            });
    table.add(
        "Process.onExit().thenAccept",
        () -> probe -> process().onExit().thenAccept(probe.consumer()).join());
    table.add(
        "ProcessHandle.onExit().thenRunAsync",
        () -> probe -> process().toHandle().onExit().thenRunAsync(probe.task()).join());
  }

  private static Process process() {
    try {
      return new ProcessBuilder("true").start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static final class Seeing implements Flow.Subscriber<Integer> {
    private final Probe probe;

    Seeing(Probe probe) {
      this.probe = probe;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      probe.look();
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(Integer item) {
      probe.look();
    }

    @Override
    public void onError(Throwable failure) {
      throw new IllegalStateException(failure);
    }

    @Override
    public void onComplete() {}
  }
}
