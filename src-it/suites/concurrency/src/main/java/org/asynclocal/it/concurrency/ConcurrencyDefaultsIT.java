package org.asynclocal.it.concurrency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.asynclocal.it.archive.TestWar;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(ArquillianExtension.class)
@DisplayName("Jakarta Concurrency carries what the deployment guide says")
@SuppressWarnings("NullAway.Init") // injected
public class ConcurrencyDefaultsIT {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ArquillianResource private URL base;

  @Deployment(testable = false)
  static WebArchive application() {
    WebArchive war =
        TestWar.create(
            "concurrency",
            AsynchronousBean.class,
            CallerBean.class,
            Marks.class,
            MoreWays.class,
            RequestMark.class,
            Users.class,
            Way.class,
            WaysServlet.class);
    return isEe11() ? war.addClasses(Ee11Ways.class, Ready.class, Virtual.class) : war;
  }

  private static boolean isEe11() {
    return Boolean.getBoolean("asynclocal.it.ee11");
  }

  static Stream<Arguments> cells() throws IOException {
    GuideTable table = GuideTable.read();
    String server = System.getProperty("asynclocal.it.server", "");
    return Arrays.stream(Way.values())
        .filter(way -> isEe11() || !way.isEe11())
        .map(way -> Arguments.of(way, server, table.cell(way, server)));
  }

  /**
   * One call after the other: what Payara captures is not exact while others capture, see below.
   */
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @MethodSource("cells")
  @DisplayName("to the work of alice and bob, who share threads that carol was the first to use")
  void carries(Way way, String server, String carried) throws Exception {
    assertThat(answer(way, "carol")).doesNotStartWith("HTTP");
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      answers.add(answer(way, i % 2 == 0 ? "bob" : "alice"));
    }

    assertThat(answers).as("%s on %s", way.row, server).containsOnly(carried);
  }

  @Test
  @DisplayName("and a task that is bound has its store whatever else is captured at the same time")
  void boundTasksKeepTheirStore() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try {
      Callable<String> call = () -> answer(Way.BOUND, "alice");
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : callers.invokeAll(Collections.nCopies(400, call))) {
        answers.add(answer.get());
      }

      assertThat(answers).hasSize(400).allMatch(answer -> answer.startsWith("store"));
    } finally {
      callers.shutdownNow();
    }
  }

  private String answer(Way way, String user) throws IOException, InterruptedException {
    String login = user + ":" + Users.PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "carried?by=" + way))
            .header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8)))
            .timeout(Duration.ofSeconds(60))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(UTF_8));
    return answer.statusCode() == 200 ? answer.body() : "HTTP status " + answer.statusCode();
  }
}
