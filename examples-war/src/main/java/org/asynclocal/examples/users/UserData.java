package org.asynclocal.examples.users;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.asynclocal.examples.request.Hop;
import org.jspecify.annotations.Nullable;

/**
 * A user's data; in this demo, the way to it.
 *
 * @param requestId the request's id, read where the answer is made
 * @param userId the user's id
 * @param hops what each step saw
 * @param log what the log has of this request
 */
@JsonbPropertyOrder({"requestId", "userId", "hops", "log"})
public record UserData(
    @Nullable String requestId, String userId, List<Hop> hops, List<String> log) {}
