package org.asynclocal.examples.driver;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What one step found on its thread.
 *
 * @param step the step's name
 * @param thread its thread
 * @param requestId the id of the request in the store there; null where it is lost
 */
@JsonbNillable
@JsonbPropertyOrder({"step", "thread", "requestId"})
public record DriverStep(String step, String thread, @Nullable String requestId) {}
