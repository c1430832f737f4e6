package org.asynclocal.server.internal.executor;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.asynclocal.server.internal.support.ServerMessages;

/**
 * The threads that run the application's tasks now. Ends the deadlock in which all of them wait for
 * tasks that wait for a thread.
 */
final class StallDetector {
  /** How long nothing may begin while every worker waits, before a wait is refused. */
  private static final long PATIENCE_MILLIS = 1_000;

  private final Set<Thread> running = ConcurrentHashMap.newKeySet();
  private final AtomicLong begun = new AtomicLong();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile boolean interrupting;

  void enter() {
    begun.incrementAndGet();
    running.add(Thread.currentThread());
  }

  void leave() {
    running.remove(Thread.currentThread());
    if (interrupting) {
      forgetInterrupt();
    }
  }

  /** Interrupts the tasks at work. What their threads do afterwards is not interrupted. */
  synchronized void interrupt() {
    interrupting = true;
    running.forEach(Thread::interrupt);
  }

  private synchronized void forgetInterrupt() {
    boolean unused = Thread.interrupted();
  }

  /** Waits for a future, no longer than told. */
  @FunctionalInterface
  interface TimedWait {
    void await(long time, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException;
  }

  /**
   * Waits until the task has begun or its future is done. On a thread that runs none of the
   * application's tasks it returns at once: such a thread holds up no other task.
   *
   * @throws IllegalStateException if the task can't begin, since all workers wait like this one
   */
  void awaitBegin(Task task, TimedWait future) throws InterruptedException {
    if (!running.contains(Thread.currentThread())) {
      return;
    }
    waiting.incrementAndGet();
    try {
      while (!task.hasBegun()) {
        long before = begun.get();
        if (isDone(future)) {
          return;
        }
        if (!task.hasBegun() && begun.get() == before) {
          refuseIfAllWait();
        }
      }
    } finally {
      waiting.decrementAndGet();
    }
  }

  private static boolean isDone(TimedWait future) throws InterruptedException {
    try {
      future.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException | RuntimeException failed) {
      return true; // the caller's own wait throws it
    }
  }

  private void refuseIfAllWait() {
    int workers = running.size();
    if (waiting.get() >= workers) {
      throw new IllegalStateException(
          ServerMessages.STALLED.text(Thread.currentThread().getName(), workers));
    }
  }

  /** The state of a submitted task: whether it has its thread. */
  static final class Task {
    /** Stands where a future depends on no task. */
    static final Task NONE = begun();

    private volatile boolean begun;

    private static Task begun() {
      Task task = new Task();
      task.begin();
      return task;
    }

    void begin() {
      begun = true;
    }

    boolean hasBegun() {
      return begun;
    }
  }
}
