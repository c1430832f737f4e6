package org.asynclocal.internal.hook;

/** One asynchronous resource as the core sees it. Thread-safe. */
public abstract class ResourceHandle {

  /**
   * The resource begins to run on this thread.
   *
   * @return its execution, for {@link #end}
   */
  public abstract Object begin();

  /** The execution ends on the thread that it began on. */
  public abstract void end(Object execution);

  /** The future that is this resource is complete. Called once. */
  public abstract void resolved();

  /** The resource will not run again. */
  public abstract void destroyed();

  /** Runs the task as this resource's only execution. */
  public final void runOnce(Runnable task) {
    Object execution = begin();
    try {
      task.run();
    } finally {
      end(execution);
      destroyed();
    }
  }
}
