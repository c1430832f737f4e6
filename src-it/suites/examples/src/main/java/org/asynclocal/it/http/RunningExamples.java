package org.asynclocal.it.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the checks a client of the examples, their address, a {@link URI} with a slash at its end,
 * or their server, and starts that for the first that asks.
 */
public final class RunningExamples implements ParameterResolver {
  static final String URL_PROPERTY = "asynclocal.examples.url";
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext extension) {
    Class<?> type = parameter.getParameter().getType();
    return List.of(ExamplesClient.class, ExamplesServer.class, URI.class).contains(type);
  }

  @Override
  public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext extension) {
    Started started =
        extension
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(RunningExamples.class))
            .getOrComputeIfAbsent(Started.class, ignored -> Started.once(), Started.class);
    Class<?> type = parameter.getParameter().getType();
    if (type == ExamplesServer.class) {
      return started.server;
    }
    return type == URI.class ? started.base : started.client;
  }

  /** Closed by JUnit after the last check. */
  private static final class Started implements AutoCloseable {
    final URI base;
    final ExamplesClient client;
    private final @Nullable ExamplesServer server;

    private Started(URI base, ExamplesClient client, @Nullable ExamplesServer server) {
      this.base = base;
      this.client = client;
      this.server = server;
    }

    static Started once() {
      String url = System.getProperty(URL_PROPERTY);
      if (url != null) {
        URI base = URI.create(url);
        return new Started(base, new ExamplesClient(base), null);
      }
      ExamplesServer server =
          ServiceLoader.load(ExamplesServer.class)
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "No server to check: provide the service ExamplesServer or set -D"
                              + URL_PROPERTY));
      return start(server);
    }

    private static Started start(ExamplesServer server) {
      try {
        URI base = server.start();
        ExamplesClient client = new ExamplesClient(base);
        awaitAnswer(client, server);
        return new Started(base, client, server);
      } catch (IOException | RuntimeException e) {
        throw stopAfter(e, server);
      }
    }

    private static void awaitAnswer(ExamplesClient client, ExamplesServer server) {
      Instant deadline = Instant.now().plus(START_LIMIT);
      while (!answers(client)) {
        server.requireAlive();
        if (Instant.now().isAfter(deadline)) {
          throw new IllegalStateException("The examples did not answer within " + START_LIMIT);
        }
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }

    private static boolean answers(ExamplesClient client) {
      try {
        return client.get("api/delayed/ready?ms=0").send().status() == 200;
      } catch (IOException notListeningYet) {
        return false;
      }
    }

    private static IllegalStateException stopAfter(Exception failure, ExamplesServer server) {
      IllegalStateException refusal = new IllegalStateException("No examples to check", failure);
      try {
        server.close();
      } catch (IOException e) {
        refusal.addSuppressed(e);
      }
      return refusal;
    }

    @Override
    public void close() throws IOException {
      if (server != null) {
        server.close();
      }
    }
  }
}
