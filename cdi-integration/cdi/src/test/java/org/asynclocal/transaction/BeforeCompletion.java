package org.asynclocal.transaction;

import jakarta.transaction.Synchronization;

/** A synchronization that is interested in the end of the work alone. */
record BeforeCompletion(Runnable action) implements Synchronization {
  @Override
  public void beforeCompletion() {
    action.run();
  }

  @Override
  public void afterCompletion(int status) {}
}
