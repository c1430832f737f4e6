package org.asynclocal.server;

import java.time.Duration;

/** A task at work in a transaction. Its mutable part is guarded by the transaction's tasks. */
final class TransactionTask {
  private final Thread thread;
  private final Origin origin;
  private final UnfinishedRule rule;
  private final long begun = System.nanoTime();
  private boolean reported;

  TransactionTask(Thread thread, Origin origin, UnfinishedRule rule) {
    this.thread = thread;
    this.origin = origin;
    this.rule = rule;
  }

  UnfinishedRule rule() {
    return rule;
  }

  boolean isOn(Thread other) {
    return thread == other;
  }

  /** Marks the task as told of; false if it was before. */
  boolean report() {
    boolean first = !reported;
    reported = true;
    return first;
  }

  @Override
  public String toString() {
    return "the task on thread '"
        + thread.getName()
        + "', handed over at "
        + origin
        + ", at work for "
        + Duration.ofNanos(System.nanoTime() - begun).toMillis()
        + " ms";
  }
}
