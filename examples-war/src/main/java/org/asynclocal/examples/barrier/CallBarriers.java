package org.asynclocal.examples.barrier;

import static java.util.concurrent.TimeUnit.SECONDS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ServiceUnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/**
 * Holds calls until a given number of them has arrived, so that a test can rely on having that many
 * in flight at once. A waiting call blocks no thread. Thread-safe.
 */
@ApplicationScoped
public class CallBarriers {
  private static final long TIMEOUT_SECONDS = 30;

  @Resource private ManagedScheduledExecutorService timer;

  private final Map<String, Barrier> waiting = new HashMap<>();

  /**
   * Arrives at a barrier.
   *
   * @param name the kind of call that waits there
   * @param size the number of calls to wait for; 1 for a call that does not wait
   * @return completed when the last call arrives; fails with 503 after 30 seconds
   */
  public CompletableFuture<Void> join(String name, int size) {
    return size == 1 ? CompletableFuture.completedFuture(null) : joined(name + size, size);
  }

  private CompletableFuture<Void> joined(String key, int size) {
    Barrier barrier = arrive(key, size);
    if (barrier.missing == 0) {
      barrier.opened.complete(null);
    }
    return barrier.opened;
  }

  private synchronized Barrier arrive(String key, int size) {
    Barrier barrier = waiting.computeIfAbsent(key, absent -> newBarrier(key, size));
    barrier.missing--;
    if (barrier.missing == 0) {
      waiting.remove(key);
      barrier.timeout.cancel(false);
    }
    return barrier;
  }

  private Barrier newBarrier(String key, int size) {
    CompletableFuture<Void> opened = new CompletableFuture<>();
    return new Barrier(
        size, opened, timer.schedule(() -> giveUp(key, opened), TIMEOUT_SECONDS, SECONDS));
  }

  private void giveUp(String key, CompletableFuture<Void> opened) {
    synchronized (this) {
      waiting.computeIfPresent(key, (k, now) -> now.opened == opened ? null : now);
    }
    opened.completeExceptionally(
        new ServiceUnavailableException("The other calls did not arrive in time"));
  }

  /** A number of calls that wait for each other. */
  private static final class Barrier {
    private final CompletableFuture<Void> opened;
    private final Future<?> timeout;
    private int missing;

    Barrier(int size, CompletableFuture<Void> opened, Future<?> timeout) {
      this.missing = size;
      this.opened = opened;
      this.timeout = timeout;
    }
  }
}
