package org.asynclocal.internal.hook;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Hands tasks to other threads, each as a resource of its own while a hook is enabled. */
public final class Handoff {
  private Handoff() {}

  /** An executor that binds each task before it runs. */
  public static Executor executor(Executor executor, UnaryOperator<Runnable> binding) {
    requireNonNull(executor, "executor");
    return task -> execute(executor, binding.apply(task));
  }

  /** A thread factory that binds what each thread runs. */
  public static ThreadFactory threadFactory(
      ThreadFactory factory, UnaryOperator<Runnable> binding) {
    requireNonNull(factory, "factory");
    return task -> newThread(factory, binding.apply(() -> runHandled(task)));
  }

  /** Executes a task that is already bound. */
  public static void execute(Executor executor, Runnable task) {
    execute(executor, ResourceDescriptor.TASK, task);
  }

  /** Executes a task that is already bound, as a resource of the type. */
  public static void execute(Executor executor, String type, Runnable task) {
    HookBridge hooks = HookBridge.active();
    if (hooks == null) {
      executor.execute(task);
      return;
    }
    submit(
        hooks.created(type),
        resource -> {
          executor.execute(() -> resource.runOnce(task));
          return true;
        });
  }

  /**
   * Submits a task that is to run as the resource, and ends the resource if the task is refused.
   *
   * @param resource the resource
   * @param submission submits the task
   */
  public static <R> R submit(ResourceHandle resource, Function<ResourceHandle, R> submission) {
    try {
      return submission.apply(resource);
    } catch (RuntimeException | Error refused) {
      resource.destroyed();
      throw refused;
    }
  }

  /**
   * Makes a thread for a task that is already bound. What the task throws reaches the thread's
   * handler of uncaught exceptions while the task's values are still in force.
   */
  private static @Nullable Thread newThread(ThreadFactory factory, Runnable bound) {
    HookBridge hooks = HookBridge.active();
    if (hooks == null) {
      return factory.newThread(bound);
    }
    ResourceHandle resource = hooks.created(ResourceDescriptor.THREAD);
    Thread thread = factory.newThread(() -> resource.runOnce(bound));
    if (thread == null) {
      resource.destroyed();
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
