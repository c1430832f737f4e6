package org.asynclocal.examples.request;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/** Reads the key of the current thread's transaction from the server. */
@ApplicationScoped
public class CurrentTransaction {
  private static final String LABEL = CurrentTransaction.class.getName();

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  /**
   * Returns the transaction's key as text. The first text is kept with the transaction, because on
   * some servers {@code toString} of the key changes with the transaction's state.
   *
   * @return null if there is no transaction
   */
  public @Nullable String label() {
    Object key = transactions.getTransactionKey();
    if (key == null) {
      return null;
    }
    Object label = transactions.getResource(LABEL);
    if (label == null) {
      label = key.toString();
      transactions.putResource(LABEL, label);
    }
    return label.toString();
  }
}
