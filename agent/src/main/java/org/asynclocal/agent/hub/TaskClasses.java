package org.asynclocal.agent.hub;

import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;

/**
 * Knows by a task's class whether it is one of the JDK's own or of the library's own, which carry
 * nothing: what they call for the user is carried by itself.
 */
final class TaskClasses extends ClassValue<Boolean> {
  private static final TaskClasses CARRIED = new TaskClasses();

  private static final String[] JDK = {
    "java.lang.",
    "java.util.concurrent.CompletableFuture$Timeout",
    "java.util.concurrent.CompletableFuture$DelayedCompleter",
    "java.util.concurrent.SubmissionPublisher$",
    "jdk.",
    "sun.",
    "com.sun.",
  };

  private TaskClasses() {}

  /** Whether the class is one of the JDK's. */
  static boolean isJdks(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** Whether a task of the class carries what is captured. */
  static boolean carry(Object task) {
    return CARRIED.get(task.getClass());
  }

  @Override
  protected Boolean computeValue(Class<?> type) {
    String name = type.getName();
    if (!isJdks(type)) {
      return !name.startsWith("org.asynclocal.internal.");
    }
    for (String prefix : JDK) {
      if (name.startsWith(prefix)) {
        return false;
      }
    }
    // The steps of a future: their functions are carried.
    return !AsynchronousCompletionTask.class.isAssignableFrom(type);
  }
}
