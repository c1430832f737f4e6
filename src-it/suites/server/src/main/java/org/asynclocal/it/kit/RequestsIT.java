package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ArquillianTest
@Tag(Needs.SERVERS_EXECUTOR)
@DisplayName("Many requests at once, each with a value that is bound once at the edge,")
class RequestsIT {
  private static final int REQUESTS = Integer.getInteger("asynclocal.requests", 20_000);

  /** True if the server's own executors lose contexts when many threads submit at once. */
  private static final boolean SERVER_FORGETS = Boolean.getBoolean("asynclocal.it.server.forgets");

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.withKit(
            "load",
            Executors.class,
            Users.class,
            Handoffs.class,
            Waiting.class,
            LoadEdge.class,
            LoadServlet.class,
            LoadState.class,
            LoadGate.class,
            LoadWay.class)
        .addAsLibraries(Wars.jarOf(Assertions.class));
  }

  @Test
  @DisplayName("see only their own value on each handoff, and leave none behind")
  void ownValues(@ArquillianResource URI server) throws Exception {
    int meantToFail =
        Math.toIntExact(IntStream.range(0, REQUESTS).filter(n -> LoadWay.of(n).fails()).count());

    Load.Outcome outcome = new Load(server).send(REQUESTS);

    String[] state = stateWhenAllHaveEnded(server);
    Figures.report(
        "%d requests: %d wrong, %d failed on purpose, %d forgotten by the server's own executor,"
            + " %s in flight at most, left %s",
        REQUESTS, outcome.wrong(), outcome.failed(), outcome.forgotten(), state[0], state[2]);
    assertThat(outcome.samples()).isEmpty();
    assertThat(outcome.wrong()).isZero();
    assertThat(outcome.failed()).isEqualTo(meantToFail).isPositive();
    if (!SERVER_FORGETS) {
      assertThat(outcome.forgotten()).as("forgotten by the server's own executor").isZero();
    }
    assertThat(Integer.parseInt(state[0])).as("in flight").isGreaterThanOrEqualTo(LoadGate.SIZE);
    assertThat(state[1]).as("in flight afterwards").isEqualTo("0");
    assertThat(state[2]).as("left on the threads").isEqualTo("[null]");
  }

  /** A request ends a moment after its answer. */
  private static String[] stateWhenAllHaveEnded(URI server) throws Exception {
    Instant deadline = Instant.now().plusSeconds(Waiting.SECONDS);
    String[] state = state(server);
    while (!state[1].equals("0") && Instant.now().isBefore(deadline)) {
      state = state(server);
    }
    return state;
  }

  private static String[] state(URI server) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("load-state"))
            .timeout(Duration.ofSeconds(Waiting.SECONDS))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body().split(" ", 3);
  }
}
