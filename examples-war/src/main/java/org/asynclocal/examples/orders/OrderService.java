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
 * Places orders. Each call is one transaction of the container's; the workers are in it because the
 * executor takes it along, and it ends after them because the call waits for them.
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
   * Places an order: a worker writes it, and after that another task confirms it.
   *
   * @param item what is ordered
   * @param fail whether to fail when all is written
   * @return the order, which is committed when the caller gets it
   * @throws OrderFailedException if told to fail; everything is rolled back
   */
  public PlacedOrder place(String item, boolean fail) {
    List<OrderStep> way = new ArrayList<>();
    way.add(steps.here("accept"));
    way.addAll(
        executor
            .supplyAsync(() -> write(item))
            .thenApplyAsync(written -> List.of(written, confirm()))
            .join());
    PlacedOrder order = new PlacedOrder(draft.orderId(), way);
    if (fail) {
      throw new OrderFailedException(order);
    }
    return order;
  }

  /**
   * All orders.
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
