package org.asynclocal.server.internal.executor;

import io.smallrye.context.SmallRyeThreadContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A stage of a submitted task. Waiting for it inside another task can't stall the executor. */
final class WatchedFuture<T extends @Nullable Object> extends TracedFuture<T> {
  private final StallDetector workers;
  private final StallDetector.Task task;

  WatchedFuture(
      SmallRyeThreadContext context,
      Executor threads,
      StallDetector workers,
      StallDetector.Task task) {
    super(context, threads);
    this.workers = workers;
    this.task = task;
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new WatchedFuture<>(context, executor, workers, task);
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    if (!isDone()) {
      workers.awaitBegin(task, super::get);
    }
    return super.get();
  }

  @Override
  public T join() {
    if (!isDone()) {
      awaitBeginUninterruptibly();
    }
    return super.join();
  }

  private void awaitBeginUninterruptibly() {
    boolean interrupted = false;
    while (true) {
      try {
        workers.awaitBegin(task, super::get);
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
