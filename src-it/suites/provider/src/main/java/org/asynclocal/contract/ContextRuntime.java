package org.asynclocal.contract;

import java.util.Map;

/**
 * One specification's way into an application, as the application meets it. Its lanes share their
 * worker threads.
 */
public interface ContextRuntime extends AutoCloseable {
  /** Carries all storages to the task. */
  Lane propagating();

  /** Gives the task a thread without storages. */
  Lane clearing();

  /** Leaves to the task what its thread has. */
  Lane unchanged();

  /** A lane that takes no task. */
  Lane rejecting();

  /** How often the runtime has captured so far, as a neighbour of our provider counts it. */
  int captures();

  /** Handoffs for which the runtime is known to capture another number of times than once. */
  default Map<HandoffKind, Integer> unusualCaptures() {
    return Map.of();
  }

  @Override
  void close();
}
