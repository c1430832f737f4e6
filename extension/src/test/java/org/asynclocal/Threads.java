package org.asynclocal;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own, waited for. */
public final class Threads {
  private static final long DEADLINE_SECONDS = 20;

  private Threads() {}

  /** Calls the task on a new thread and hands out its result or what it threw. */
  public static <R extends @Nullable Object> R onNewThread(Callable<R> task) throws Exception {
    FutureTask<R> future = new FutureTask<>(task);
    Thread thread = new Thread(future, "test-worker");
    thread.setDaemon(true);
    thread.start();
    return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }
}
