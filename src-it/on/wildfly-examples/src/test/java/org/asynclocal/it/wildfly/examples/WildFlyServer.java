package org.asynclocal.it.wildfly.examples;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.asynclocal.it.http.ExamplesServer;
import org.asynclocal.it.process.WildFlyProcess;

/** WildFly as unpacked by this module's build, with the examples in its deployment folder. */
public final class WildFlyServer implements ExamplesServer {
  private final WildFlyProcess process =
      new WildFlyProcess(path("wildfly.home"), path("wildfly.yaml"), "asynclocal");

  @Override
  public URI start() throws IOException {
    return process.start(path("examples.war"));
  }

  @Override
  public Path deployed() {
    return process.deployed();
  }

  @Override
  public void requireAlive() {
    process.requireAlive();
  }

  @Override
  public void close() throws IOException {
    process.close();
  }

  private static Path path(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("The build has to set -D" + property);
    }
    return Path.of(value);
  }
}
