package org.asynclocal.examples.orders;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The transaction that one step of an order sees on its thread.
 *
 * @param step the step's name
 * @param thread the thread that the step runs on
 * @param transaction the key of the transaction on that thread; null if there is none
 * @param scopedValue the value of the transaction-scoped bean on that thread
 */
@JsonbNillable
@JsonbPropertyOrder({"step", "thread", "transaction", "scopedValue"})
public record OrderStep(
    String step, String thread, @Nullable String transaction, String scopedValue) {}
