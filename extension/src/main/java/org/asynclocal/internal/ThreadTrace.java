package org.asynclocal.internal;

/** The executions that are under way on one thread; confined to it. */
public abstract class ThreadTrace {

  /** Gives the newest execution an owner, by which it is found again. */
  protected abstract void claim(Object owner);

  /** Ends the owner's execution, if it has one. */
  protected abstract void endOwnedBy(Object owner);
}
