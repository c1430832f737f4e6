package org.asynclocal.examples.orders;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * An order in the list.
 *
 * @param orderId the order's id
 * @param item the ordered item
 * @param requestId the request's id, read by the worker thread that wrote the row
 * @param principal the user, read by the same thread
 */
@JsonbNillable
@JsonbPropertyOrder({"orderId", "item", "requestId", "principal"})
public record OrderRow(
    String orderId, String item, @Nullable String requestId, @Nullable String principal) {}
