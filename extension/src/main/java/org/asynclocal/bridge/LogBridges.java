package org.asynclocal.bridge;

import org.asynclocal.internal.bridge.ApplicationSettings;
import org.asynclocal.internal.bridge.ConfiguredLogBridges;

/**
 * Shows storages in the application's log, as its configuration asks ({@code asynclocal.mdc} and
 * {@code asynclocal.mdc.jul}). In an application with CDI the library opens and closes the bridges;
 * another application does so itself, around all of its work:
 *
 * <pre>{@code
 * try (LogBridges bridges = LogBridges.open()) {
 *   server.serve();
 * }
 * }</pre>
 *
 * <p>Thread-safe.
 *
 * @since 1.0
 */
public final class LogBridges implements AutoCloseable {
  private final ConfiguredLogBridges bridges;

  private LogBridges(ConfiguredLogBridges bridges) {
    this.bridges = bridges;
  }

  /**
   * Opens the bridges that the configuration asks for: that of MicroProfile Config where there is
   * one, else system properties.
   *
   * @return the bridges, to be closed when the application ends
   */
  public static LogBridges open() {
    return new LogBridges(ConfiguredLogBridges.open(ApplicationSettings.find()));
  }

  /** Closes the bridges: the log no longer shows the storages. */
  @Override
  public void close() {
    bridges.close();
  }
}
