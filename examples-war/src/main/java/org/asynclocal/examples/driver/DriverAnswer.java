package org.asynclocal.examples.driver;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The driver's answers.
 *
 * @param requestId the request's id, read where the answer is made
 * @param steps what each step read
 */
@JsonbPropertyOrder({"requestId", "steps"})
public record DriverAnswer(@Nullable String requestId, List<DriverStep> steps) {}
