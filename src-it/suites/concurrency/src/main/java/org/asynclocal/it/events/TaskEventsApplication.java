package org.asynclocal.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.asynclocal.it.archive.TestWar;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application that answers what its hook is told of a task. */
public final class TaskEventsApplication {
  private TaskEventsApplication() {}

  /** The application whose task runs on this servlet's executor. */
  public static WebArchive with(Class<? extends TaskEventsServlet> servlet) {
    return TestWar.create("events", TaskEvents.class, TaskEventsServlet.class, servlet);
  }

  /**
   * Asserts that the hook saw one resource of the type: created by the caller, run once by the
   * worker.
   */
  public static void assertOneResource(URL base, String type)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + TaskEventsServlet.PATH.substring(1)))
            .timeout(Duration.ofSeconds(60))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body().lines())
        .containsExactly(
            "init: " + type + " 1, caller's thread",
            "before: " + type + " 1, worker's thread",
            "runs: " + type + " 1, worker's thread",
            "after: " + type + " 1, worker's thread");
  }
}
