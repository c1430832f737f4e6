package org.asynclocal.transaction;

import jakarta.transaction.Synchronization;
import java.util.function.IntConsumer;

/** A synchronization that is interested in the outcome alone. */
record AfterCompletion(IntConsumer outcome) implements Synchronization {
  @Override
  public void beforeCompletion() {}

  @Override
  public void afterCompletion(int status) {
    outcome.accept(status);
  }
}
