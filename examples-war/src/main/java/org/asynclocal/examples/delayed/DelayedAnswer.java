package org.asynclocal.examples.delayed;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The value that the timer's thread read, and both threads.
 *
 * @param value the store on the timer's thread
 * @param startThread the thread that served the request
 * @param endThread the timer's thread
 */
@JsonbPropertyOrder({"value", "startThread", "endThread"})
public record DelayedAnswer(@Nullable String value, String startThread, String endThread) {}
