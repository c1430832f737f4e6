package org.asynclocal.examples.orders;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.asynclocal.examples.request.CurrentThread;
import org.jspecify.annotations.Nullable;

/** Asks the server which transaction the current thread is in. */
@ApplicationScoped
public class OrderSteps {
  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  @Inject private OrderDraft draft;

  OrderStep here(String step) {
    return new OrderStep(step, CurrentThread.label(), transaction(), draft.orderId());
  }

  private @Nullable String transaction() {
    Object key = transactions.getTransactionKey();
    return key == null ? null : key.toString();
  }
}
