package org.asynclocal.examples.whoami;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller, as each step saw it.
 *
 * @param caller the user of the request, read on the request's thread
 * @param steps the caller that each step saw; {@code handoffs} in the JSON that clients read
 * @param inlineCompletedBy the user on whose thread the inline step ran
 */
@JsonbPropertyOrder({"caller", "steps", "inlineCompletedBy"})
public record WhoAmI(
    @Nullable String caller,
    @JsonbProperty("hops") List<IdentityStep> steps,
    @Nullable String inlineCompletedBy) {}
