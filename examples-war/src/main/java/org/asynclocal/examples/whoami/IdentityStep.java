package org.asynclocal.examples.whoami;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The caller that one step sees on its thread.
 *
 * @param step the step's name
 * @param thread the thread that the step runs on
 * @param principal the user on that thread; null for an anonymous caller
 * @param inRole whether that user has the role of the demo's users
 * @param requestId the request's id, read from the store on that thread
 */
@JsonbNillable
@JsonbPropertyOrder({"step", "thread", "principal", "inRole", "requestId"})
public record IdentityStep(
    String step,
    String thread,
    @Nullable String principal,
    boolean inRole,
    @Nullable String requestId) {}
