package org.asynclocal.examples.whoami;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Who the caller is, as one step sees it on its thread.
 *
 * @param step the step's name
 * @param thread its thread
 * @param principal the user there; null if nobody has authenticated
 * @param inRole whether that user has the role of the demo's users
 * @param requestId the id of the request in the store there
 */
@JsonbNillable
@JsonbPropertyOrder({"step", "thread", "principal", "inRole", "requestId"})
public record IdentityHop(
    String step,
    String thread,
    @Nullable String principal,
    boolean inRole,
    @Nullable String requestId) {}
