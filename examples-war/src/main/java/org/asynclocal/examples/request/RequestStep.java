package org.asynclocal.examples.request;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The request and user that one step of the work sees on its thread.
 *
 * @param step the step's name
 * @param thread the thread that the step runs on
 * @param requestId the request's id, read from the store on that thread
 * @param principal the user on that thread; null for an anonymous caller
 */
@JsonbNillable
@JsonbPropertyOrder({"step", "thread", "requestId", "principal"})
public record RequestStep(
    String step, String thread, @Nullable String requestId, @Nullable String principal) {}
