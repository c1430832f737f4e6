package org.asynclocal;

/**
 * A storage bound on the current thread until the scope is closed. Made by {@link
 * AsyncLocalStorage#withScope} and meant for try-with-resources.
 *
 * <p>A scope is confined to the thread that opened it. Closing it again does nothing. Closed on
 * another thread it changes nothing there and stays open. Closed while a scope that was opened
 * later is still open, it takes effect as far as the later one allows; once both are closed,
 * neither value is left. Both mistakes are reported to the log {@code org.asynclocal}.
 *
 * @since 1.0
 */
public interface Scope extends AutoCloseable {
  /**
   * Restores the value that the storage had when the scope was opened. Other storages keep theirs.
   */
  @Override
  void close();
}
