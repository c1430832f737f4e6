package org.asynclocal.internal.context;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.asynclocal.internal.hook.CaptureMonitor;
import org.asynclocal.internal.hook.HookBridge;
import org.asynclocal.internal.hook.ResourceDescriptor;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * A task with the context of the thread that made it, which submits it. While a hook is enabled it
 * is a resource too.
 */
final class PropagatedTask<V extends @Nullable Object> implements Runnable, Callable<V> {
  private final Object submitted;
  private final Callable<V> bound;
  private final @Nullable ResourceHandle resource;
  private final boolean periodic;
  private volatile boolean begun;

  private PropagatedTask(Object submitted, Callable<V> task, boolean periodic) {
    this.submitted = submitted;
    this.periodic = periodic;
    HookBridge hooks = CaptureMonitor.captured();
    this.bound = ContextFrame.capture().bindCallable(task);
    this.resource = hooks == null ? null : hooks.created(ResourceDescriptor.TASK);
  }

  /** A task that runs once. */
  static PropagatedTask<Boolean> of(Runnable task) {
    return new PropagatedTask<>(requireNonNull(task, "task"), callable(task), false);
  }

  /** A task that runs once and has a result. */
  static <V extends @Nullable Object> PropagatedTask<V> of(Callable<V> task) {
    return new PropagatedTask<>(requireNonNull(task, "task"), task, false);
  }

  /** A task that runs again until it throws or is cancelled. */
  static PropagatedTask<Boolean> ofPeriodic(Runnable task) {
    return new PropagatedTask<>(requireNonNull(task, "task"), callable(task), true);
  }

  private static Callable<Boolean> callable(Runnable task) {
    return () -> {
      task.run();
      return true;
    };
  }

  /** Captures for the task and submits it. */
  static void submit(Runnable task, Consumer<Runnable> executor) {
    PropagatedTask<Boolean> propagated = of(task);
    try {
      executor.accept(propagated);
    } catch (RuntimeException | Error refused) {
      propagated.willNotRun();
      throw refused;
    }
  }

  /** Returns the task that was passed to {@code execute}, for one that its executor gives back. */
  static Runnable submitted(Runnable waiting) {
    return waiting instanceof PropagatedTask<?> task && task.submitted instanceof Runnable submitted
        ? task.givenBack(submitted)
        : waiting;
  }

  private Runnable givenBack(Runnable task) {
    willNotRun();
    return task;
  }

  /** Ends the resource of a task that has not begun and never will. */
  void willNotRun() {
    if (resource != null && !begun) {
      resource.destroyed();
    }
  }

  @Override
  public void run() {
    try {
      V unused = call();
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Exception impossible) { // made of a Runnable, or thrown by one that hides it
      throw sneaky(impossible);
    }
  }

  @Override
  public V call() throws Exception {
    if (resource == null) {
      return bound.call();
    }
    begun = true;
    Object execution = resource.begin();
    boolean returned = false;
    try {
      V result = bound.call();
      returned = true;
      return result;
    } finally {
      resource.end(execution);
      if (!periodic || !returned) {
        resource.destroyed();
      }
    }
  }

  @SuppressWarnings("unchecked") // the cast is unchecked on purpose: the exception goes on as it is
  private static <X extends Throwable> RuntimeException sneaky(Throwable thrown) throws X {
    throw (X) thrown;
  }

  @Override
  public String toString() {
    return submitted.toString();
  }
}
