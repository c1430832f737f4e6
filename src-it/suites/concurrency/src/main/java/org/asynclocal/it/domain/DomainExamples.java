package org.asynclocal.it.domain;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.asynclocal.it.http.ExamplesServer;

/** The examples on the run's domain, which ends with the run and not with them. */
public final class DomainExamples implements ExamplesServer {
  private static final String NAME = "asynclocal";

  @Override
  public URI start() throws IOException {
    return DomainSession.domain()
        .deploy(Path.of(Objects.requireNonNull(System.getProperty("examples.war"))), NAME);
  }

  @Override
  public Path deployed() {
    return DomainSession.domain().archive(NAME);
  }

  @Override
  public void requireAlive() {
    DomainSession.domain().requireAlive();
  }

  @Override
  public void close() {}
}
