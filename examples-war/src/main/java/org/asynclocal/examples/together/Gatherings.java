package org.asynclocal.examples.together;

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
 * Lets calls go on only once a given number of them has come, so that a test which wants many in
 * flight together has them for certain. Blocks no thread. Thread-safe.
 */
@ApplicationScoped
public class Gatherings {
  private static final long PATIENCE_SECONDS = 30;

  @Resource private ManagedScheduledExecutorService timer;

  private final Map<String, Gathering> open = new HashMap<>();

  /**
   * Comes to the gathering of a name and size.
   *
   * @param name what kind of calls gather
   * @param size how many of them; 1 for a call that waits for nobody
   * @return completed by the last one to come, or with 503 if that takes too long
   */
  public CompletableFuture<Void> join(String name, int size) {
    return size == 1 ? CompletableFuture.completedFuture(null) : joined(name + size, size);
  }

  private CompletableFuture<Void> joined(String key, int size) {
    Gathering gathering = come(key, size);
    if (gathering.missing == 0) {
      gathering.complete.complete(null);
    }
    return gathering.complete;
  }

  private synchronized Gathering come(String key, int size) {
    Gathering gathering = open.computeIfAbsent(key, absent -> called(key, size));
    gathering.missing--;
    if (gathering.missing == 0) {
      open.remove(key);
      gathering.patience.cancel(false);
    }
    return gathering;
  }

  private Gathering called(String key, int size) {
    CompletableFuture<Void> complete = new CompletableFuture<>();
    return new Gathering(
        size, complete, timer.schedule(() -> giveUp(key, complete), PATIENCE_SECONDS, SECONDS));
  }

  private void giveUp(String key, CompletableFuture<Void> complete) {
    synchronized (this) {
      open.computeIfPresent(key, (k, now) -> now.complete == complete ? null : now);
    }
    complete.completeExceptionally(
        new ServiceUnavailableException("The other calls did not come in time"));
  }

  /** Calls that wait for each other. */
  private static final class Gathering {
    private final CompletableFuture<Void> complete;
    private final Future<?> patience;
    private int missing;

    Gathering(int size, CompletableFuture<Void> complete, Future<?> patience) {
      this.missing = size;
      this.complete = complete;
      this.patience = patience;
    }
  }
}
