package org.asynclocal.it.kit;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends requests of all ways, each with its own id, and judges the answers. */
final class Load {
  private static final int AT_ONCE = 128;
  private static final int SAMPLES = 20;
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final AtomicInteger wrong = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger forgotten = new AtomicInteger();
  private final Queue<String> samples = new ConcurrentLinkedQueue<>();
  private final URI server;

  Load(URI server) {
    this.server = server;
  }

  /**
   * The result.
   *
   * @param wrong how many answers were not their own id on each handoff, and none before
   * @param failed how many failed as they were meant to
   * @param forgotten how many tasks the server's own executor gave nothing to see
   * @param samples some of the wrong ones
   */
  record Outcome(int wrong, int failed, int forgotten, Queue<String> samples) {}

  @SuppressWarnings("FutureReturnValueIgnored") // each answer is judged, and gives its place back
  Outcome send(int requests) throws Exception {
    for (int n = 0; n < requests; n++) {
      acquire(1);
      CompletableFuture<?> answer = send(n, LoadWay.of(n));
      answer.whenComplete((done, failure) -> answered(failure));
    }
    acquire(AT_ONCE);
    return new Outcome(wrong.get(), failed.get(), forgotten.get(), samples);
  }

  private void acquire(int permits) throws Exception {
    if (!free.tryAcquire(permits, TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      throw new TimeoutException("no answer for " + TIMEOUT);
    }
  }

  private CompletableFuture<?> send(int n, LoadWay way) {
    String id = way + "-" + n;
    URI uri = server.resolve("load?way=" + way + "&id=" + id);
    return client
        .sendAsync(HttpRequest.newBuilder(uri).timeout(TIMEOUT).build(), BodyHandlers.ofString())
        .thenAccept(response -> judge(id, way, response));
  }

  private void answered(@Nullable Throwable failure) {
    if (failure != null) {
      wrong(failure.toString());
    }
    free.release();
  }

  private void judge(String id, LoadWay way, HttpResponse<String> response) {
    String before = response.headers().firstValue("X-Before").orElse("");
    String expected = way.fails() ? "500 " : "200 " + id + " " + id;
    String seen = response.statusCode() + " " + response.body();
    if (way == LoadWay.SERVER && before.equals("null") && seen.equals("200 null " + id)) {
      forgotten.incrementAndGet();
    } else if (!before.equals("null") || !seen.equals(expected)) {
      wrong(id + ": " + before + " before, then " + seen);
    } else if (way.fails()) {
      failed.incrementAndGet();
    }
  }

  private void wrong(String what) {
    if (wrong.incrementAndGet() <= SAMPLES) {
      samples.add(what);
    }
  }
}
