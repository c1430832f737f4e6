package org.asynclocal.it.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts one domain for all tests of a run, before Arquillian asks where it is. */
public final class DomainSession implements LauncherSessionListener {
  /** The system property with the server's folder {@code glassfish}. */
  public static final String HOME = "asynclocal.it.domain.home";

  /** The system property with the folder in which the domain is made. */
  public static final String FOLDER = "asynclocal.it.domain.folder";

  /** The system property that this class sets, for {@code arquillian.xml}. */
  public static final String ADMIN_PORT = "asynclocal.it.domain.admin.port";

  private static @Nullable Domain current;

  /**
   * The run's domain.
   *
   * @throws IllegalStateException if there is none
   */
  public static synchronized Domain domain() {
    if (current == null) {
      throw new IllegalStateException("No domain runs: register DomainSession for this run");
    }
    return current;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    synchronized (DomainSession.class) {
      current = start();
      System.setProperty(ADMIN_PORT, Integer.toString(current.adminPort()));
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    domain().close();
  }

  private static Domain start() {
    try {
      return Domain.start(Path.of(property(HOME)), Path.of(property(FOLDER)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("Set the system property " + name);
    }
    return value;
  }
}
