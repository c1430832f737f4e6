package org.asynclocal.server.internal.provider;

import java.util.concurrent.RejectedExecutionException;
import org.asynclocal.server.internal.support.ServerMessages;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Lets a task that the application has stopped before fail instead of run. Nothing but the task
 * itself can complete its future, so it is run for that, and refused when its context begins.
 */
public final class StopGate {
  private volatile @Nullable Thread refused;

  /** Runs a task that fails at once; what depends on it may do its work. */
  public void refuse(Runnable task) {
    refused = Thread.currentThread();
    try {
      task.run();
    } catch (RejectedExecutionException expected) {
      // There is no future of this task.
    } finally {
      refused = null;
    }
  }

  /** Throws if the task that runs on this thread is to be refused. */
  void check() {
    if (refused == Thread.currentThread()) {
      refused = null;
      throw stopped();
    }
  }

  public static RejectedExecutionException stopped() {
    return new RejectedExecutionException(ServerMessages.STOPPED.text());
  }

  /** The snapshot that begins first in a task, with the gate before it. */
  public ThreadContextSnapshot before(ThreadContextSnapshot first) {
    return () -> {
      check();
      return first.begin();
    };
  }
}
