package org.asynclocal.server.internal.executor;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/** A submitted task. Waiting for it inside another task can't stall the executor. */
final class WatchedTask<T extends @Nullable Object> extends FutureTask<T> {
  private final StallDetector workers;
  private final StallDetector.Task task = new StallDetector.Task();
  private final @Nullable ResourceHandle resource;
  private volatile boolean running;

  /**
   * @param resource what the hooks know the task as; null if they don't
   */
  WatchedTask(StallDetector workers, Callable<T> callable, @Nullable ResourceHandle resource) {
    super(callable);
    this.workers = workers;
    this.resource = resource;
  }

  @Override
  protected void done() {
    if (!running) {
      destroyed();
    }
  }

  /** A task that is cancelled while it runs is destroyed when it has run. */
  @Override
  public void run() {
    task.begin();
    running = true;
    try {
      super.run();
    } finally {
      running = false;
      if (isDone()) {
        destroyed();
      }
    }
  }

  private void destroyed() {
    if (resource != null) {
      resource.destroyed();
    }
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    if (!isDone()) {
      workers.awaitBegin(task, super::get);
    }
    return super.get();
  }
}
