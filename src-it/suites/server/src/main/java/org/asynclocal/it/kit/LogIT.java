package org.asynclocal.it.kit;

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
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The request's id in the log that the server itself writes, by configuration alone. A server's
 * module names the file in the system property {@code asynclocal.it.log}, and says with {@code
 * asynclocal.it.log.jul} whether the server logs with {@code java.util.logging}, without an MDC.
 */
@ArquillianTest
@DisplayName("The server's own log")
class LogIT {
  private static final String HEADER = "X-Request-Id";
  private static final int RECORDS = 4;

  /** A record begins with a bracket; its further lines, if it has any, with spaces. */
  private static final Pattern BEGIN = Pattern.compile("(?m)^(?=\\[)");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(Waiting.SECONDS)).build();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.configured(
        Wars.withKit("log", LogServlet.class),
        "asynclocal.request-id.storage=requestId",
        "asynclocal.mdc=requestId:request-id",
        "asynclocal.mdc.jul=" + Boolean.getBoolean("asynclocal.it.log.jul"));
  }

  @Test
  @Tag(Needs.THREAD_NAMES)
  @DisplayName("has the request's id in each record, from the request's thread and from workers")
  void id(@ArquillianResource URI root) throws Exception {
    String text = UUID.randomUUID().toString();

    HttpResponse<String> answer = get(root, text, "given-1");

    assertThat(answer.headers().firstValue(HEADER)).contains("given-1");
    List<String> answered = answer.body().lines().toList();
    List<String> threads = answered.subList(1, answered.size());
    assertThat(answered).first().isEqualTo("given-1");
    assertThat(threads.subList(1, RECORDS)).doesNotContain(threads.get(0));
    assertThat(records(text))
        .satisfiesExactly(
            record -> assertThat(record).contains("[request-id=given-1]", threads.get(0)),
            record -> assertThat(record).contains("[request-id=given-1]", threads.get(1)),
            record -> assertThat(record).contains("[request-id=given-1]", threads.get(2)),
            record -> assertThat(record).contains("[request-id=inner]", threads.get(3)));
  }

  @Test
  @DisplayName("has the id that is made for a request which comes with a wrong one")
  void made(@ArquillianResource URI root) throws Exception {
    String text = UUID.randomUUID().toString();

    HttpResponse<String> answer = get(root, text, "not valid");

    String id = answer.body().lines().findFirst().orElseThrow();
    assertThat(UUID.fromString(id)).hasToString(answer.headers().firstValue(HEADER).orElseThrow());
    assertThat(records(text).subList(0, RECORDS - 1))
        .allMatch(record -> record.contains("[request-id=" + id + "]"));
  }

  private HttpResponse<String> get(URI root, String text, String id) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("log?text=" + text))
            .header(HEADER, id)
            .timeout(Duration.ofSeconds(Waiting.SECONDS))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  /** The records with the text. A server may write them a moment after they were logged. */
  private static List<String> records(String text) throws IOException {
    List<String> found = find(text);
    long deadline = System.nanoTime() + Duration.ofSeconds(Waiting.SECONDS).toNanos();
    while (found.size() < RECORDS && System.nanoTime() < deadline) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      found = find(text);
    }
    return found;
  }

  private static List<String> find(String text) throws IOException {
    String log = Files.readString(Path.of(System.getProperty("asynclocal.it.log")));
    return BEGIN.splitAsStream(log).filter(record -> record.contains(text)).toList();
  }
}
