package org.asynclocal.internal;

import org.asynclocal.CallableOp;
import org.asynclocal.ContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A task bound to a snapshot, and what the snapshot calls for it: one object, where a task that
 * hands the snapshot an operation of its own would make another each time it runs.
 */
public final class BoundTask implements Runnable, CallableOp<@Nullable Void, RuntimeException> {
  private final ContextSnapshot snapshot;
  private final Runnable task;

  public BoundTask(ContextSnapshot snapshot, Runnable task) {
    this.snapshot = snapshot;
    this.task = task;
  }

  @Override
  public void run() {
    snapshot.call(this);
  }

  @Override
  public @Nullable Void call() {
    task.run();
    return null;
  }
}
