package org.asynclocal.internal.context;

import org.asynclocal.CallableOp;
import org.jspecify.annotations.Nullable;

/**
 * A task bound to a frame, and what the frame calls for it: one object, where a task that hands the
 * frame an operation of its own would make another each time it runs. Where the frame is already,
 * it does not even call that.
 */
final class BoundTask implements Runnable, CallableOp<@Nullable Void, RuntimeException> {
  private final ContextFrame frame;
  private final Runnable task;

  BoundTask(ContextFrame frame, Runnable task) {
    this.frame = frame;
    this.task = task;
  }

  @Override
  public void run() {
    Object content = CurrentContext.content();
    if (!frame.isAlone(content)) {
      frame.call(content, this);
      return;
    }
    try {
      task.run();
    } finally {
      frame.backHere();
    }
  }

  @Override
  public @Nullable Void call() {
    task.run();
    return null;
  }
}
