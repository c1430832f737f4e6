package org.asynclocal.internal;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a resource before the capture that creates it.
 *
 * @param type its type
 * @param trigger what triggers it; null for what runs now
 * @param resolvedByItsEnd whether it is a future whose outcome is known when its function has run
 */
public record Creation(String type, @Nullable Hop trigger, boolean resolvedByItsEnd) {
  /** The type of futures. */
  public static final String PROMISE = "PROMISE";

  /** The type of tasks. */
  public static final String TASK = "TASK";

  /** A future, triggered by the one that it depends on. */
  public static Creation promise(@Nullable Hop trigger, boolean resolvedByItsEnd) {
    return new Creation(PROMISE, trigger, resolvedByItsEnd);
  }

  /** A task, triggered by what runs now. */
  public static Creation task() {
    return new Creation(TASK, null, false);
  }
}
