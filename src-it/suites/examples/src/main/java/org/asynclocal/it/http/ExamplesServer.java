package org.asynclocal.it.http;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * A server with the examples' WAR on it. Found as a service; started once for all checks and closed
 * after the last.
 */
public interface ExamplesServer extends AutoCloseable {

  /**
   * Starts the server and deploys the WAR; {@link #close} is called also when this fails.
   *
   * @return the application's base, with a slash at its end; it need not answer yet
   * @throws IOException if the server can't be started
   */
  URI start() throws IOException;

  /**
   * Returns the file that the server has deployed.
   *
   * @return its own copy of the WAR
   */
  Path deployed();

  /**
   * Fails if the server will never respond.
   *
   * @throws IllegalStateException if the server has ended or refused the WAR
   */
  void requireAlive();

  /**
   * Stops the server, if it runs, and waits until it has stopped.
   *
   * @throws IOException if it had to be killed
   */
  @Override
  void close() throws IOException;
}
