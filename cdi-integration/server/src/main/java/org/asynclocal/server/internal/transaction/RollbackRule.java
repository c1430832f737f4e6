package org.asynclocal.server.internal.transaction;

import jakarta.transaction.Transactional;
import java.util.Arrays;

/** Decides whether the failure of a transactional method rolls its transaction back. */
final class RollbackRule {
  private final Transactional declared;

  RollbackRule(Transactional declared) {
    this.declared = declared;
  }

  /** Returns whether the failure rolls the transaction back. */
  boolean appliesTo(Throwable failure) {
    boolean checked = failure instanceof Exception && !(failure instanceof RuntimeException);
    return !names(declared.dontRollbackOn(), failure)
        && (!checked || names(declared.rollbackOn(), failure));
  }

  private static boolean names(Class<?>[] types, Throwable failure) {
    return Arrays.stream(types).anyMatch(type -> type.isInstance(failure));
  }
}
