package org.asynclocal.examples.orders;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an order.
 *
 * @param orderId the order's id
 * @param transaction the transaction's key
 * @param steps the transaction that each step saw
 * @param status how the transaction ended
 */
@JsonbPropertyOrder({"orderId", "transaction", "steps", "status"})
public record OrderAnswer(
    String orderId, @Nullable String transaction, List<OrderStep> steps, String status) {}
