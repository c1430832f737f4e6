package org.asynclocal.examples.orders;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.asynclocal.examples.request.CurrentRequest;
import org.asynclocal.examples.request.RequestLog;
import org.asynclocal.examples.security.Caller;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Places orders. The container runs each call in one transaction. The executor propagates it to the
 * worker threads, and the method waits for them, so the transaction ends after their work.
 */
@Stateless
public class OrderService {
  @Inject private ManagedExecutor executor;
  @Inject private OrderRepository orders;
  @Inject private OrderDraft draft;
  @Inject private OrderSteps steps;
  @Inject private CurrentRequest request;
  @Inject private Caller caller;
  @Inject private RequestLog log;

  /**
   * Places an order: one task writes it, and a second task confirms it.
   *
   * @param item the item to order
   * @param fail whether to roll back at the end
   * @return the order; the container commits it when this method returns
   * @throws OrderFailedException if {@code fail} is true; the transaction is rolled back
   */
  public PlacedOrder place(String item, boolean fail) {
    List<OrderStep> taken = new ArrayList<>();
    taken.add(steps.here("accept"));
    // join() keeps the transaction open until both tasks have ended. They run one after the other,
    // because two threads must never work in one transaction at the same time.
    taken.addAll(
        executor
            .supplyAsync(() -> write(item))
            .thenApplyAsync(written -> List.of(written, confirm()))
            .join());
    PlacedOrder order = new PlacedOrder(draft.orderId(), taken);
    if (fail) {
      throw new OrderFailedException(order);
    }
    return order;
  }

  /**
   * Lists all orders.
   *
   * @return the rows, oldest first
   */
  public List<OrderRow> all() {
    return orders.confirmed().stream().map(CustomerOrder::toRow).toList();
  }

  private OrderStep write(String item) {
    orders.add(new CustomerOrder(draft.orderId(), item, request.id(), caller.name()));
    log.info("Wrote order " + draft.orderId());
    return steps.here("write");
  }

  private OrderStep confirm() {
    orders.get(draft.orderId()).confirm();
    log.info("Confirmed order " + draft.orderId());
    return steps.here("confirm");
  }
}
