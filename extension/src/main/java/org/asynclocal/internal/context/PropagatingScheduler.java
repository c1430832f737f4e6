package org.asynclocal.internal.context;

import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A scheduler that captures the context where a task is scheduled. */
final class PropagatingScheduler extends PropagatingExecutorService
    implements ScheduledExecutorService {
  private final ScheduledExecutorService scheduler;

  PropagatingScheduler(ScheduledExecutorService scheduler) {
    super(scheduler);
    this.scheduler = scheduler;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return submit(
        PropagatedTask.of(task), bound -> scheduler.schedule((Runnable) bound, delay, unit));
  }

  @Override
  public <V extends @Nullable Object> ScheduledFuture<V> schedule(
      Callable<V> task, long delay, TimeUnit unit) {
    return submit(
        PropagatedTask.of(task), bound -> scheduler.schedule((Callable<V>) bound, delay, unit));
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long initialDelay, long period, TimeUnit unit) {
    return submit(
        PropagatedTask.ofPeriodic(task),
        bound -> scheduler.scheduleAtFixedRate(bound, initialDelay, period, unit));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long initialDelay, long delay, TimeUnit unit) {
    return submit(
        PropagatedTask.ofPeriodic(task),
        bound -> scheduler.scheduleWithFixedDelay(bound, initialDelay, delay, unit));
  }
}
