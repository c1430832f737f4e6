package org.asynclocal.server.internal.transaction;

import jakarta.transaction.Transactional;
import java.util.Arrays;

/** What the failure of a transactional method does to its transaction. */
final class RollbackRule {
  private final Transactional declared;

  RollbackRule(Transactional declared) {
    this.declared = declared;
  }

  /** Whether the transaction is rolled back for it. */
  boolean appliesTo(Throwable failure) {
    boolean checked = failure instanceof Exception && !(failure instanceof RuntimeException);
    return !names(declared.dontRollbackOn(), failure)
        && (!checked || names(declared.rollbackOn(), failure));
  }

  private static boolean names(Class<?>[] types, Throwable failure) {
    return Arrays.stream(types).anyMatch(type -> type.isInstance(failure));
  }
}
