package org.asynclocal.internal.context;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An executor service that captures the context at each submission. */
class PropagatingExecutorService implements ExecutorService {
  private final ExecutorService executor;

  PropagatingExecutorService(ExecutorService executor) {
    this.executor = executor;
  }

  @Override
  public final void execute(Runnable task) {
    PropagatedTask.submit(task, executor::execute);
  }

  @Override
  public final Future<?> submit(Runnable task) {
    return submit(PropagatedTask.of(task), bound -> executor.submit((Runnable) bound));
  }

  @Override
  public final <T extends @Nullable Object> Future<T> submit(Runnable task, T result) {
    return submit(PropagatedTask.of(task), bound -> executor.submit(bound, result));
  }

  @Override
  public final <T extends @Nullable Object> Future<T> submit(Callable<T> task) {
    return submit(PropagatedTask.of(task), bound -> executor.submit((Callable<T>) bound));
  }

  /** Submits the task, and ends its resource if it is refused. */
  static <V extends @Nullable Object, R> R submit(
      PropagatedTask<V> task, Function<PropagatedTask<V>, R> submission) {
    try {
      return submission.apply(task);
    } catch (RuntimeException | Error refused) {
      task.willNotRun();
      throw refused;
    }
  }

  @Override
  public final <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks) throws InterruptedException {
    try (Batch<T> batch = Batch.of(tasks)) {
      return executor.invokeAll(batch.tasks);
    }
  }

  @Override
  public final <T extends @Nullable Object> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException {
    try (Batch<T> batch = Batch.of(tasks)) {
      return executor.invokeAll(batch.tasks, timeout, unit);
    }
  }

  @Override
  public final <T extends @Nullable Object> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try (Batch<T> batch = Batch.of(tasks)) {
      return executor.invokeAny(batch.tasks);
    }
  }

  @Override
  public final <T extends @Nullable Object> T invokeAny(
      Collection<? extends Callable<T>> tasks, long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (Batch<T> batch = Batch.of(tasks)) {
      return executor.invokeAny(batch.tasks, timeout, unit);
    }
  }

  @Override
  public final void shutdown() {
    executor.shutdown();
  }

  @Override
  public final List<Runnable> shutdownNow() {
    List<Runnable> waiting = new ArrayList<>(executor.shutdownNow());
    waiting.replaceAll(PropagatedTask::submitted);
    return waiting;
  }

  @Override
  public final boolean isShutdown() {
    return executor.isShutdown();
  }

  @Override
  public final boolean isTerminated() {
    return executor.isTerminated();
  }

  @Override
  public final boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    return executor.awaitTermination(timeout, unit);
  }

  /**
   * Closes the executor as it closes itself. It overrides {@code ExecutorService.close()} on JDK 19
   * and later, and has no caller before.
   */
  public final void close() throws Exception {
    if (executor instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  @Override
  public final String toString() {
    return "propagating " + executor;
  }

  /** The tasks of one invocation. Those that have not run by its end never will. */
  private record Batch<T extends @Nullable Object>(List<PropagatedTask<T>> tasks)
      implements AutoCloseable {

    static <T extends @Nullable Object> Batch<T> of(Collection<? extends Callable<T>> tasks) {
      for (Callable<T> task : requireNonNull(tasks, "tasks")) {
        requireNonNull(task, "task");
      }
      List<PropagatedTask<T>> bound = new ArrayList<>(tasks.size());
      for (Callable<T> task : tasks) {
        bound.add(PropagatedTask.of(task));
      }
      return new Batch<>(bound);
    }

    @Override
    public void close() {
      tasks.forEach(PropagatedTask::willNotRun);
    }
  }
}
