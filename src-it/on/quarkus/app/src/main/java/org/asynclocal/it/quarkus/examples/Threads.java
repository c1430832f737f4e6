package org.asynclocal.it.quarkus.examples;

/** Names threads as the examples report them. */
public final class Threads {
  private Threads() {}

  /** The current thread as {@code name#id}. */
  @SuppressWarnings("deprecation") // Thread.threadId() came with Java 19
  public static String current() {
    Thread thread = Thread.currentThread();
    return thread.getName() + "#" + thread.getId();
  }
}
