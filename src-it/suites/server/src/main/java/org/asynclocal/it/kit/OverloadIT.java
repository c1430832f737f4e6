package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The executor has one thread and a queue of one. What a stopping server does: UndeployIT. */
@ArquillianTest
@DisplayName("On an executor that has more to do than it can, every future completes:")
class OverloadIT {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("overload");

  private final CountDownLatch release = new CountDownLatch(1);

  @Inject Executors executors;

  @Deployment
  static WebArchive war() {
    return Wars.withTests("overload", Executors.class, Users.class, Handoffs.class);
  }

  @AfterEach
  void noStoreStays() throws Exception {
    release.countDown();
    assertThat(Handoffs.onBareWorkers(executors.unchanged, STORE::getStore))
        .containsExactly("null");
  }

  private static String read() {
    return String.valueOf(STORE.getStore());
  }

  /** Occupies the one thread until released. */
  private Future<String> occupy() {
    CountDownLatch begun = new CountDownLatch(1);
    Future<String> running =
        STORE.call(
            "running",
            () ->
                executors.one.submit(
                    () -> {
                      begun.countDown();
                      Waiting.until(release);
                      return read();
                    }));
    Waiting.until(begun);
    return running;
  }

  @Test
  @DisplayName("what no longer fits is rejected, and what was taken has its own store")
  void rejected() throws Exception {
    Future<String> running = occupy();
    CompletableFuture<String> queued =
        STORE.call("queued", () -> executors.one.supplyAsync(OverloadIT::read));
    STORE.run(
        "too much",
        () -> {
          assertThatThrownBy(() -> executors.one.submit(OverloadIT::read))
              .isInstanceOf(RejectedExecutionException.class);
          assertThatThrownBy(() -> executors.one.execute(OverloadIT::read))
              .isInstanceOf(RejectedExecutionException.class);
          assertThatThrownBy(() -> executors.one.supplyAsync(OverloadIT::read))
              .isInstanceOf(RejectedExecutionException.class);
          assertThat(read()).isEqualTo("too much");
        });
    release.countDown();
    assertThat(get(running)).isEqualTo("running");
    assertThat(get(queued)).isEqualTo("queued");
  }

  @Test
  @DisplayName("a stage that is rejected fails, with all that depends on it")
  void rejectedStage() throws Exception {
    Future<String> running = occupy();
    CompletableFuture<Integer> gate = executors.one.newIncompleteFuture();
    CompletableFuture<String> stage =
        gate.thenApplyAsync(x -> read()).thenApply(seen -> seen + read());
    executors.one.execute(OverloadIT::read);
    Throwable atCompletion = catchThrowable(() -> gate.complete(1));
    assertThat(atCompletion).isNull();
    assertThatThrownBy(() -> get(stage))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseInstanceOf(RejectedExecutionException.class);
    release.countDown();
    assertThat(get(running)).isEqualTo("running");
  }

  @Test
  @DisplayName("a task that is cancelled in the queue is cancelled, and does not run")
  void cancelledInTheQueue() throws Exception {
    Future<String> running = occupy();
    CountDownLatch ran = new CountDownLatch(1);
    Future<?> queued = STORE.call("queued", () -> executors.one.submit(ran::countDown));
    assertThat(queued.cancel(true)).isTrue();
    assertThatThrownBy(() -> get(queued)).isInstanceOf(CancellationException.class);
    release.countDown();
    assertThat(get(running)).isEqualTo("running");
    get(untilTaken(OverloadIT::read));
    assertThat(ran.getCount()).isEqualTo(1);
  }

  /** The place in the queue becomes free a moment after the task before it has ended. */
  private Future<String> untilTaken(Callable<String> task) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Waiting.SECONDS);
    while (true) {
      try {
        return executors.one.submit(task);
      } catch (RejectedExecutionException full) {
        if (System.nanoTime() > deadline) {
          throw full;
        }
        Thread.onSpinWait();
      }
    }
  }

  @Test
  @DisplayName("a task that is interrupted sees its store until it ends")
  void interrupted() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> seen = new CompletableFuture<>();
    Future<?> running =
        STORE.call("interrupted", () -> executors.one.submit(() -> sleepThenTell(begun, seen)));
    Waiting.until(begun);
    assertThat(running.cancel(true)).isTrue();
    assertThat(get(seen)).isEqualTo("interrupted");
    assertThatThrownBy(() -> get(running)).isInstanceOf(CancellationException.class);
    assertThat(get(untilTaken(OverloadIT::read))).isEqualTo("null");
  }

  private static void sleepThenTell(CountDownLatch begun, CompletableFuture<String> seen) {
    begun.countDown();
    try {
      boolean ended = new CountDownLatch(1).await(Waiting.SECONDS, TimeUnit.SECONDS);
      seen.complete("not interrupted, " + ended);
    } catch (InterruptedException expected) {
      seen.complete(read());
    }
  }

  @Test
  @DisplayName("a future that times out fails, and its stages have the store of their registration")
  void timedOut() throws Exception {
    Future<String> running = occupy();
    CompletableFuture<String> queued =
        STORE.call("queued", () -> executors.one.supplyAsync(OverloadIT::read));
    CompletableFuture<String> recovered =
        STORE.call(
            "registered",
            () ->
                queued
                    .orTimeout(1, TimeUnit.MILLISECONDS)
                    .handle((seen, failure) -> read() + " " + failure));
    assertThat(get(recovered)).startsWith("registered ").contains(TimeoutException.class.getName());
    assertThatThrownBy(() -> get(queued)).hasCauseInstanceOf(TimeoutException.class);
    release.countDown();
    assertThat(get(running)).isEqualTo("running");
  }
}
