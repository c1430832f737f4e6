package org.asynclocal.examples.users;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.asynclocal.examples.request.RequestStep;
import org.jspecify.annotations.Nullable;

/**
 * A user's data, which in this demo is the list of steps that found it.
 *
 * @param requestId the request's id, read on the thread that builds the answer
 * @param userId the user's id
 * @param steps the request and user that each step saw; {@code handoffs} in the JSON that clients
 *     read
 * @param log the request's log lines
 */
@JsonbPropertyOrder({"requestId", "userId", "steps", "log"})
public record UserData(
    @Nullable String requestId,
    String userId,
    @JsonbProperty("hops") List<RequestStep> steps,
    List<String> log) {}
