package org.asynclocal.examples.request;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What one step of the work for a request found on its thread.
 *
 * @param step the step's name
 * @param thread its thread
 * @param requestId the id of the request in the store there
 * @param principal the user there; null if nobody has authenticated
 */
@JsonbNillable
@JsonbPropertyOrder({"step", "thread", "requestId", "principal"})
public record Hop(
    String step, String thread, @Nullable String requestId, @Nullable String principal) {}
