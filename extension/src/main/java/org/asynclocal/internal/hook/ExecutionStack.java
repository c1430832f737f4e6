package org.asynclocal.internal.hook;

/** The executions in progress on one thread; confined to it. */
public abstract class ExecutionStack {

  /** Gives the newest execution an owner, by which it is found again. */
  public abstract void claim(Object owner);

  /** Ends the owner's execution, if it has one. */
  public abstract void endOwnedBy(Object owner);
}
