package org.asynclocal.internal.hook;

import org.jspecify.annotations.Nullable;

/**
 * A description of a resource before the capture that creates it.
 *
 * @param type its type
 * @param trigger the resource that triggers it; null for the one that runs now
 * @param resolvedByItsEnd whether it is a future that is complete once its function has run
 */
public record ResourceDescriptor(
    String type, @Nullable ResourceHandle trigger, boolean resolvedByItsEnd) {
  /** The type of futures. */
  public static final String PROMISE = "PROMISE";

  /** The type of tasks. */
  public static final String TASK = "TASK";

  /** The type of threads that a snapshot's factory makes. */
  public static final String THREAD = "THREAD";

  /** A future, triggered by the one that it depends on. */
  public static ResourceDescriptor promise(
      @Nullable ResourceHandle trigger, boolean resolvedByItsEnd) {
    return new ResourceDescriptor(PROMISE, trigger, resolvedByItsEnd);
  }

  /** A task, triggered by the resource that runs now. */
  public static ResourceDescriptor task() {
    return new ResourceDescriptor(TASK, null, false);
  }
}
