package org.asynclocal.examples.whoami;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller, and what each step saw of it.
 *
 * @param caller the user of the request, read on the request's thread
 * @param hops what each step saw
 * @param inlineCompletedBy the user on whose thread the inline step ran
 */
@JsonbPropertyOrder({"caller", "hops", "inlineCompletedBy"})
public record WhoAmI(
    @Nullable String caller, List<IdentityHop> hops, @Nullable String inlineCompletedBy) {}
