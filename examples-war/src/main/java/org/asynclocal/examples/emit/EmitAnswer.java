package org.asynclocal.examples.emit;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * The stores on both sides of an event.
 *
 * @param emitter the store where the event was emitted
 * @param listener the store that the listener read
 */
@JsonbPropertyOrder({"emitter", "listener"})
public record EmitAnswer(@Nullable String emitter, @Nullable String listener) {}
