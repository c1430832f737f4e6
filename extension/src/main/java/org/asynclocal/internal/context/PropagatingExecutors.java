package org.asynclocal.internal.context;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** Makes executors that capture the context at each submission. */
public final class PropagatingExecutors {
  private PropagatingExecutors() {}

  /** An executor over the given one. */
  public static Executor executor(Executor executor) {
    requireNonNull(executor, "executor");
    return isPropagating(executor) ? executor : new OfExecutor(executor);
  }

  /** An executor service over the given one. */
  public static ExecutorService executorService(ExecutorService executor) {
    requireNonNull(executor, "executor");
    return isPropagating(executor) ? executor : new PropagatingExecutorService(executor);
  }

  /** A scheduler over the given one. */
  public static ScheduledExecutorService scheduler(ScheduledExecutorService executor) {
    requireNonNull(executor, "executor");
    return isPropagating(executor) ? executor : new PropagatingScheduler(executor);
  }

  private static boolean isPropagating(Executor executor) {
    return executor instanceof OfExecutor || executor instanceof PropagatingExecutorService;
  }

  private record OfExecutor(Executor executor) implements Executor {
    @Override
    public void execute(Runnable task) {
      PropagatedTask.submit(task, executor::execute);
    }
  }
}
