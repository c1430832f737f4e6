package org.asynclocal.examples.orders;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What one step of an order found on its thread.
 *
 * @param step the step's name
 * @param thread its thread
 * @param transaction the key of the transaction there; null if there is none
 * @param scopedValue the value of the transaction-scoped bean there
 */
@JsonbNillable
@JsonbPropertyOrder({"step", "thread", "transaction", "scopedValue"})
public record OrderStep(
    String step, String thread, @Nullable String transaction, String scopedValue) {}
