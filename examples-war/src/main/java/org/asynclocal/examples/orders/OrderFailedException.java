package org.asynclocal.examples.orders;

import jakarta.ejb.ApplicationException;

/** Thrown after an order was written, to roll back the whole transaction. */
@ApplicationException(rollback = true)
public class OrderFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient PlacedOrder order;

  OrderFailedException(PlacedOrder order) {
    super("The order was given up, as asked for with fail=true");
    this.order = order;
  }

  PlacedOrder order() {
    return order;
  }
}
