package org.asynclocal.agent.hub;

import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;

/**
 * Knows by its class whether a task or a function is one of the JDK's own or of the library's own,
 * which carry nothing: what they call for the user is carried by itself.
 */
final class TaskClasses extends ClassValue<Boolean> {
  private static final String FUTURE = "java.util.concurrent.CompletableFuture$";

  /** Of tasks. */
  static final TaskClasses TASKS =
      new TaskClasses(
          "java.lang.",
          FUTURE + "Timeout",
          FUTURE + "DelayedCompleter",
          "java.util.concurrent.SubmissionPublisher$",
          "jdk.",
          "sun.",
          "com.sun.");

  /** Of futures' functions: {@code Process.onExit}'s and {@code orTimeout}'s wait for long. */
  static final TaskClasses FUNCTIONS = new TaskClasses("java.lang.", FUTURE + "Canceller");

  /**
   * The library's own packages: what they hand over has its store already, and a hook that is told
   * of events through a pool must not cause events by that. And a task that Guava recognises.
   */
  private static final String[] EXCLUDED = {
    "com.google.common.util.concurrent.AbstractFuture$",
    "org.asynclocal.cdi.",
    "org.asynclocal.hooks.",
    "org.asynclocal.internal.",
    "org.asynclocal.quarkus.",
    "org.asynclocal.server.",
    "org.asynclocal.strict.",
  };

  private final String[] excluded;

  private TaskClasses(String... excluded) {
    this.excluded = excluded;
  }

  /** Returns whether the class is one of the JDK's. */
  static boolean isJdks(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** Returns whether the task, or function, carries what is captured. */
  boolean carry(Object task) {
    return get(task.getClass());
  }

  @Override
  protected Boolean computeValue(Class<?> type) {
    String name = type.getName();
    if (!isJdks(type)) {
      return !startsWithAny(name, EXCLUDED);
    }
    if (startsWithAny(name, excluded)) {
      return false;
    }
    // The steps of a future: their functions are carried.
    return !AsynchronousCompletionTask.class.isAssignableFrom(type);
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
