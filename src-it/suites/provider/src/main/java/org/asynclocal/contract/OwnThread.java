package org.asynclocal.contract;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One unmanaged thread that outlives its tasks, as a worker does. */
public final class OwnThread implements AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "own-thread");
            made.setDaemon(true);
            return made;
          });

  /** Calls the task on the thread, and hands out its result or what it threw. */
  public <R extends @Nullable Object> R call(Callable<R> task) throws Exception {
    try {
      return start(task).get(HandoffKind.DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** Calls the task on the thread, without waiting for it. */
  public <R extends @Nullable Object> Future<R> start(Callable<R> task) {
    return thread.submit(task);
  }

  /** Runs the task on the thread, and waits for it. */
  public void run(Runnable task) throws Exception {
    this.<@Nullable Void>call(
        () -> {
          task.run();
          return null;
        });
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
