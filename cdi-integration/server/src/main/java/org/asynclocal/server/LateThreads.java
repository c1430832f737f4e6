package org.asynclocal.server;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that are found when they are first asked for: some servers bind an application's names
 * only after its beans are deployed. Thread-safe.
 */
final class LateThreads implements Executor {
  private final Supplier<? extends Executor> finder;
  private @Nullable Executor found;

  LateThreads(Supplier<? extends Executor> finder) {
    this.finder = finder;
  }

  @Override
  public void execute(Runnable task) {
    find().execute(task);
  }

  /** Lets go of the application, where they have been found. */
  synchronized void release() {
    if (found instanceof ManagedThreads threads) {
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
