package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.asynclocal.it.kit.BoundaryServlet.End;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("Requests that leave a store on their thread")
class BoundaryIT {
  private static final int EACH = 30;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(Waiting.SECONDS)).build();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.withKit("boundary", BoundaryServlet.class, End.class);
  }

  @Test
  @DisplayName("are not seen by those after them, which see what such requests leave elsewhere")
  void left(@ArquillianResource URI root) throws Exception {
    long deadline = System.nanoTime() + Duration.ofSeconds(Waiting.SECONDS).toNanos();
    List<String> notes = List.of();
    while (!areThreadsUsedAgain(notes) && System.nanoTime() < deadline) {
      sendMany(root);
      notes = get(root.resolve("boundary")).lines().toList();
    }

    assertThat(areThreadsUsedAgain(notes)).as("after each way to end: %s", notes).isTrue();
    assertThat(notes).allMatch(note -> note.startsWith("null,"));
  }

  private void sendMany(URI root) throws Exception {
    for (int i = 0; i < EACH; i++) {
      for (End end : End.values()) {
        get(root.resolve("boundary?end=" + end + "&id=" + i + end));
      }
    }
  }

  /** Returns whether a thread took a request after one of each kind of end. */
  private static boolean areThreadsUsedAgain(List<String> notes) {
    return Stream.of(End.values())
        .allMatch(end -> notes.stream().anyMatch(note -> note.endsWith(end.name())));
  }

  private String get(URI uri) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(Waiting.SECONDS)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }
}
