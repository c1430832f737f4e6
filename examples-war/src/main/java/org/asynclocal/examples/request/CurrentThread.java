package org.asynclocal.examples.request;

/** Names threads in the examples' answers. */
public final class CurrentThread {
  private CurrentThread() {}

  /**
   * Returns the current thread's name and id.
   *
   * @return {@code name#id}; the id tells threads of one name apart
   */
  public static String label() {
    Thread thread = Thread.currentThread();
    return thread.getName() + "#" + thread.getId();
  }
}
