package org.asynclocal.internal.hook;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/** Hands tasks to other threads, each as a resource of its own while a hook is enabled. */
public final class Handoff {
  private Handoff() {}

  /** The current thread's values as a snapshot. */
  public static ContextSnapshot capture() {
    // Asked first: otherwise a capture that nobody observes takes a third longer on JDK 17.
    return CaptureMonitor.isObserved() ? captureObserved() : ContextFrame.capture();
  }

  private static ContextSnapshot captureObserved() {
    ContextFrame frame = ContextFrame.capture();
    HookBridge tracing = CaptureMonitor.captured();
    return tracing == null ? frame : tracing.snapshot(frame);
  }

  /** Executes a task that is already bound. */
  public static void execute(Executor executor, Runnable task) {
    execute(executor, ResourceDescriptor.TASK, task);
  }

  /** Executes a task that is already bound, as a resource of the type. */
  public static void execute(Executor executor, String type, Runnable task) {
    HookBridge tracing = HookBridge.active();
    if (tracing == null) {
      executor.execute(task);
      return;
    }
    ResourceHandle hop = tracing.created(type);
    try {
      executor.execute(() -> hop.runOnce(task));
    } catch (RejectedExecutionException refused) {
      hop.destroyed();
      throw refused;
    }
  }

  /**
   * Makes a thread for a task. What the task throws reaches the thread's handler of uncaught
   * exceptions while the task's values are still in force.
   */
  public static @Nullable Thread newThread(
      ThreadFactory factory, ContextSnapshot snapshot, Runnable task) {
    Runnable bound = snapshot.wrapRunnable(() -> runHandled(task));
    HookBridge tracing = HookBridge.active();
    if (tracing == null) {
      return factory.newThread(bound);
    }
    ResourceHandle hop = tracing.created("THREAD");
    Thread thread = factory.newThread(() -> hop.runOnce(bound));
    if (thread == null) {
      hop.destroyed();
    }
    return thread;
  }

  private static void runHandled(Runnable task) {
    try {
      task.run();
    } catch (Throwable uncaught) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, uncaught);
    }
  }
}
