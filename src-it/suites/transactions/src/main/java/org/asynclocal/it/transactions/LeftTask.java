package org.asynclocal.it.transactions;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.asynclocal.it.support.Waiting;
import org.eclipse.microprofile.context.ManagedExecutor;

/** A task that is at work, and finishes when it is let. */
public final class LeftTask {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayFinish = new CountDownLatch(1);
  private final CompletableFuture<Void> future;

  private LeftTask(ManagedExecutor executor, Runnable last) {
    future =
        executor.runAsync(
            () -> {
              begun.countDown();
              Waiting.until(mayFinish);
              last.run();
            });
  }

  /**
   * Hands a task over in the thread's transaction, and waits until it is at work.
   *
   * @param last what it does when it may finish
   */
  public static LeftTask in(ManagedExecutor executor, Runnable last) {
    LeftTask task = new LeftTask(executor, last);
    Waiting.until(task.begun);
    return task;
  }

  public void letFinish() {
    mayFinish.countDown();
  }

  public CompletableFuture<Void> future() {
    return future;
  }
}
