package org.asynclocal.examples.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order and the way to it.
 *
 * @param orderId the order's id
 * @param steps what each step saw
 */
public record PlacedOrder(String orderId, List<OrderStep> steps) {

  /** The key of the transaction, as the first step read it. */
  @Nullable String transaction() {
    return steps.get(0).transaction();
  }
}
