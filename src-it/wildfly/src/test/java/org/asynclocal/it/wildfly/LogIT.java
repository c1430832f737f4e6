package org.asynclocal.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.asynclocal.it.kit.Waiting;
import org.asynclocal.it.kit.Wars;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("WildFly's own log")
class LogIT {
  private static final String HEADER = "X-Request-Id";
  private static final Path LOG =
      Path.of(System.getProperty("wildfly.home"), "standalone/log/requests.log");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(Waiting.SECONDS)).build();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured(
        Wars.withKit("log", LogServlet.class),
        "asynclocal.request-id.storage=requestId",
        "asynclocal.mdc=requestId:request-id");
  }

  @Test
  @DisplayName("has the request's id in each line, from the request's thread and from workers")
  void id(@ArquillianResource URI root) throws Exception {
    String text = UUID.randomUUID().toString();

    HttpResponse<String> answer = get(root, text, "wildfly-1");

    assertThat(answer.body()).isEqualTo("wildfly-1");
    assertThat(answer.headers().firstValue(HEADER)).contains("wildfly-1");
    List<String> lines = lines(text);
    assertThat(lines)
        .satisfiesExactly(
            onRequestThread -> assertThat(onRequestThread).startsWith("[wildfly-1] (default task"),
            onWorker -> assertThat(onWorker).startsWith("[wildfly-1] (EE-ManagedExecutorService"),
            bound -> assertThat(bound).startsWith("[inner] (EE-ManagedExecutorService"));
  }

  @Test
  @DisplayName("has the id that is made for a request which comes with a wrong one")
  void made(@ArquillianResource URI root) throws Exception {
    String text = UUID.randomUUID().toString();

    HttpResponse<String> answer = get(root, text, "not valid");

    assertThat(UUID.fromString(answer.body()))
        .hasToString(answer.headers().firstValue(HEADER).orElseThrow());
    assertThat(lines(text).subList(0, 2))
        .allMatch(line -> line.startsWith("[" + answer.body() + "]"));
  }

  private HttpResponse<String> get(URI root, String text, String id) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("log?text=" + text))
            .header(HEADER, id)
            .timeout(Duration.ofSeconds(Waiting.SECONDS))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static List<String> lines(String text) throws IOException {
    return Files.readAllLines(LOG).stream().filter(line -> line.contains(text)).toList();
  }
}
