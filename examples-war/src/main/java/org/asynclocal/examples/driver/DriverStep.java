package org.asynclocal.examples.driver;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The request id that one step read on its thread.
 *
 * @param step the step's name
 * @param thread the thread that the step ran on
 * @param requestId the request's id, read from the store; null where the store was lost
 */
@JsonbNillable
@JsonbPropertyOrder({"step", "thread", "requestId"})
public record DriverStep(String step, String thread, @Nullable String requestId) {}
