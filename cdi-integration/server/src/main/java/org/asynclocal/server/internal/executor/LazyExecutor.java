package org.asynclocal.server.internal.executor;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that are found when they are first asked for: some servers bind an application's names
 * only after its beans are deployed. Thread-safe.
 */
public final class LazyExecutor implements Executor {
  private final Supplier<? extends Executor> finder;
  private @Nullable Executor found;

  public LazyExecutor(Supplier<? extends Executor> finder) {
    this.finder = finder;
  }

  @Override
  public void execute(Runnable task) {
    find().execute(task);
  }

  /** Lets go of the application, where they have been found. */
  synchronized void release() {
    if (found instanceof ManagedExecutorAdapter threads) {
      threads.release();
    }
  }

  /**
   * Finds them now, if they are not found yet.
   *
   * @throws IllegalStateException if there are none, with the message for the user
   */
  synchronized Executor find() {
    Executor known = found;
    if (known == null) {
      known = finder.get();
      found = known;
    }
    return known;
  }
}
