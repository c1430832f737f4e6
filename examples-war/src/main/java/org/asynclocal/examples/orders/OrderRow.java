package org.asynclocal.examples.orders;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * An order in the list.
 *
 * @param orderId the order's id
 * @param item what was ordered
 * @param requestId the id of the request, as the worker that wrote the row read it
 * @param principal the user, as the worker read it
 */
@JsonbNillable
@JsonbPropertyOrder({"orderId", "item", "requestId", "principal"})
public record OrderRow(
    String orderId, String item, @Nullable String requestId, @Nullable String principal) {}
