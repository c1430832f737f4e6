package org.asynclocal.examples.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order and the steps that placed it.
 *
 * @param orderId the order's id
 * @param steps the transaction that each step saw
 */
public record PlacedOrder(String orderId, List<OrderStep> steps) {

  /** Returns the key of the transaction, as the first step read it. */
  @Nullable String transaction() {
    return steps.get(0).transaction();
  }
}
