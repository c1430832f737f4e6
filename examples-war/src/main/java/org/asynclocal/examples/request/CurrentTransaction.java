package org.asynclocal.examples.request;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

/** Asks the server which transaction the current thread is in. */
@ApplicationScoped
public class CurrentTransaction {
  private static final String LABEL = CurrentTransaction.class.getName();

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  /**
   * The key of the transaction in words, as it was when it was first asked for: on some servers it
   * tells also what the transaction has done, so that it changes.
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
