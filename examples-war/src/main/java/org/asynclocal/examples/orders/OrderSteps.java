package org.asynclocal.examples.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.asynclocal.examples.request.CurrentThread;
import org.asynclocal.examples.request.CurrentTransaction;

/** Records the transaction that a step sees on its thread. */
@ApplicationScoped
public class OrderSteps {
  @Inject private CurrentTransaction transaction;
  @Inject private OrderDraft draft;

  OrderStep here(String step) {
    return new OrderStep(step, CurrentThread.label(), transaction.label(), draft.orderId());
  }
}
