package org.asynclocal.agent.hub;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Handles the tasks of a {@link ThreadPoolExecutor}: a task in the queue is wrapped, or its
 * callable is exchanged if it is a {@link FutureTask}, and everything that the pool hands to the
 * user's code is unwrapped.
 */
public final class Pools {
  private static final VarHandle CALLABLE;

  static {
    try {
      CALLABLE =
          MethodHandles.privateLookupIn(FutureTask.class, MethodHandles.lookup())
              .findVarHandle(FutureTask.class, "callable", Callable.class);
    } catch (ReflectiveOperationException missing) {
      throw new ExceptionInInitializerError(missing);
    }
  }

  private Pools() {}

  /** A task is handed to the pool. */
  public static @Nullable Runnable execute(@Nullable Runnable task, ThreadPoolExecutor pool) {
    if (task == null || task instanceof Carried) {
      return task;
    }
    Object captured = Copies.captured("TASK", TaskClasses.TASKS, task);
    if (captured == null) {
      return task;
    }
    if (task instanceof FutureTask<?> future) {
      exchange(future, captured);
      return task;
    }
    if (isPlain(pool.getQueue())) {
      return new Carried.OfTask(captured, task);
    }
    Kept.put(task, captured);
    return task;
  }

  private static void exchange(FutureTask<?> future, Object captured) {
    Callable<?> callable = (Callable<?>) CALLABLE.get(future);
    if (callable != null && !(callable instanceof Carried)) {
      CALLABLE.set(future, new Carried.OfCallable(captured, callable));
    }
  }

  /** Returns whether a queue never looks at its elements, so that they may be wrapped. */
  private static boolean isPlain(BlockingQueue<Runnable> queue) {
    return queue instanceof LinkedBlockingQueue
        || queue instanceof SynchronousQueue
        || queue instanceof ArrayBlockingQueue
        || queue instanceof LinkedBlockingDeque
        || queue instanceof LinkedTransferQueue;
  }

  /** A worker begins a task, and ends by {@link Hub#end} what that leaves behind. */
  public static @Nullable Object begin(Runnable task, ThreadPoolExecutor pool) {
    if (task instanceof Carried.OfTask carried) {
      return Copies.begin(carried.captured);
    }
    if (!isPlain(pool.getQueue())) {
      Object captured = Kept.take(task);
      if (captured != null) {
        return Copies.begin(captured);
      }
    }
    return Copies.begin(task instanceof FutureTask<?> future ? capturedFor(future) : null);
  }

  /** Returns the capture of a future's task, which {@code beforeExecute} sees too. */
  private static @Nullable Object capturedFor(FutureTask<?> future) {
    return CALLABLE.get(future) instanceof Carried carried ? carried.captured : null;
  }

  /** The task that was handed to the pool. */
  public static @Nullable Runnable unwrap(@Nullable Runnable task) {
    return task instanceof Carried.OfTask carried ? carried.task : task;
  }

  /** The tasks that were handed to the pool. */
  public static List<Runnable> unwrap(List<Runnable> tasks) {
    List<Runnable> unwrapped = new ArrayList<>(tasks.size());
    for (Runnable task : tasks) {
      unwrapped.add(unwrap(task));
    }
    return unwrapped;
  }

  /** Removes a task, wrapped or not, from the queue. */
  public static boolean remove(BlockingQueue<Runnable> queue, @Nullable Object task) {
    return queue.remove(task)
        || (task != null && ((Collection<?>) queue).remove(new Wrapper(task)));
  }

  /** Equal to a wrapper of the task. */
  private static final class Wrapper {
    private final Object task;

    Wrapper(Object task) {
      this.task = task;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Carried.OfTask carried && task.equals(carried.task);
    }

    @Override
    public int hashCode() {
      return task.hashCode();
    }
  }
}
