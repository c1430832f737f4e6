package org.asynclocal.server.internal.transaction;

import java.time.Duration;
import org.asynclocal.server.internal.support.SubmissionSite;

/** A task at work in a transaction. Its mutable part is guarded by the transaction's tasks. */
final class TransactionTask {
  private final Thread thread;
  private final SubmissionSite origin;
  private final UnfinishedTaskPolicy rule;
  private final long begun = System.nanoTime();
  private boolean reported;

  TransactionTask(Thread thread, SubmissionSite origin, UnfinishedTaskPolicy rule) {
    this.thread = thread;
    this.origin = origin;
    this.rule = rule;
  }

  UnfinishedTaskPolicy rule() {
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
