package org.asynclocal.it.kit;

import io.smallrye.context.api.ManagedExecutorConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** Writes in a transaction of its own, in a task that is cleared of its caller's. */
@Dependent
public class OwnTransaction {
  @Inject Ledger ledger;

  @Inject
  @ManagedExecutorConfig(cleared = ThreadContext.TRANSACTION)
  ManagedExecutor executor;

  /** Gives the key of that transaction. */
  @Transactional(TxType.REQUIRES_NEW)
  public String write(String entry) {
    ledger.write(entry);
    return ledger.key();
  }
}
