package org.asynclocal;

/**
 * A storage bound on the current thread until it is closed; made by {@link
 * AsyncLocalStorage#withScope} and meant for try-with-resources.
 *
 * <p>Confined to the thread that opened it. Closing it again does nothing. Closed on another thread
 * it changes nothing there and stays open; closed while a scope that was opened later is still
 * open, it is undone as far as that one allows, and no value of it is left once both are closed.
 * Both mistakes are reported to the log {@code org.asynclocal}.
 */
public interface Scope extends AutoCloseable {
  /**
   * Gives the storage back the value that it had when the scope was opened. Other storages keep
   * theirs.
   */
  @Override
  void close();
}
