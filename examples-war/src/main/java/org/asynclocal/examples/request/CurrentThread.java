package org.asynclocal.examples.request;

/** How the examples name a thread in their answers. */
public final class CurrentThread {
  private CurrentThread() {}

  /**
   * The current thread's name and id.
   *
   * @return {@code name#id}; the id tells threads of one name apart
   */
  public static String label() {
    Thread thread = Thread.currentThread();
    return thread.getName() + "#" + thread.getId();
  }
}
