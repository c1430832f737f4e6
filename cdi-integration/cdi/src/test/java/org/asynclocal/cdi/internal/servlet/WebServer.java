package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.ServletContainerInitializer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ServiceLoader;

/** A servlet container on a free port of the loopback address, with one web application at "/". */
public abstract class WebServer implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();

  abstract int port();

  @Override
  public abstract void close();

  /** The body of the answer, whatever its status. */
  String get(String path) throws IOException, InterruptedException {
    return answer(path).body();
  }

  /** The answer to a request with these headers, names and values in turns. */
  public HttpResponse<String> answer(String path, String... headers)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** The initializers that a server finds in the jars of an application. */
  static Iterable<ServletContainerInitializer> initializers() {
    return ServiceLoader.load(ServletContainerInitializer.class);
  }

  /** The servers that the tests run on. */
  public enum Kind {
    UNDERTOW {
      @Override
      public WebServer start(WebApplication application) throws Exception {
        return new UndertowServer(application);
      }
    },
    TOMCAT {
      @Override
      public WebServer start(WebApplication application) throws Exception {
        return new TomcatServer(application);
      }
    };

    public abstract WebServer start(WebApplication application) throws Exception;
  }
}
