package org.asynclocal.agent.idioms;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;

/** A server of the JDK's own that answers each request with a few bytes. */
final class HttpStub {
  private HttpStub() {}

  static URI start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, 4);
            try (var body = exchange.getResponseBody()) {
              body.write(new byte[4]);
            }
          });
      server.setExecutor(
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
              }));
      server.start();
      return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
