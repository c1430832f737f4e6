package org.asynclocal.examples.delayed;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What the timer's thread read.
 *
 * @param value the store's value there
 * @param startThread the thread that served the request
 * @param endThread the timer's thread
 */
@JsonbPropertyOrder({"value", "startThread", "endThread"})
public record DelayedAnswer(@Nullable String value, String startThread, String endThread) {}
