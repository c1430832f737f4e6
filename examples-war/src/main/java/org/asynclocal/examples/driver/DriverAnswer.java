package org.asynclocal.examples.driver;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The driver's answers.
 *
 * @param requestId the request's id, read on the thread that builds the answer
 * @param steps the request id that each step read
 */
@JsonbPropertyOrder({"requestId", "steps"})
public record DriverAnswer(@Nullable String requestId, List<DriverStep> steps) {}
