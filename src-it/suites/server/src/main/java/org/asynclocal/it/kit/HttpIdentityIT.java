package org.asynclocal.it.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.it.kit.Users.ALICE;
import static org.asynclocal.it.kit.Users.BOB;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("HTTP callers who log in")
class HttpIdentityIT {
  private static final int IN_FLIGHT = 32;
  private static final int CALLS_EACH = 32;

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(Waiting.SECONDS)).build();

  @Deployment(testable = false)
  static WebArchive war() {
    return Wars.withKit(
            "whoami",
            Executors.class,
            Caller.class,
            DemoUsers.class,
            Users.class,
            Waiting.class,
            WhoAmI.class,
            WhoAmI.Most.class)
        .addAsLibraries(Wars.jarOf(org.assertj.core.api.Assertions.class));
  }

  @Test
  @DisplayName("are not let in without a password")
  void noPassword(@ArquillianResource URI root) throws Exception {
    assertThat(get(HttpRequest.newBuilder(root.resolve("whoami"))).statusCode()).isEqualTo(401);
  }

  @Test
  @DisplayName(
      "are themselves to the server's security, EJB and Jakarta Security on each handoff of 1,000"
          + " calls, alice and bob mixed, 32 in flight on 4 workers")
  void manyCalls(@ArquillianResource URI root) throws Exception {
    ExecutorService drivers = java.util.concurrent.Executors.newFixedThreadPool(IN_FLIGHT);
    try {
      List<Callable<List<String>>> calls = new ArrayList<>();
      for (int i = 0; i < IN_FLIGHT; i++) {
        int driver = i;
        calls.add(() -> drive(root, driver));
      }
      for (Future<List<String>> each : drivers.invokeAll(calls)) {
        assertThat(each.get()).as("answers with someone else's identity or store").isEmpty();
      }
    } finally {
      drivers.shutdown();
      assertThat(drivers.awaitTermination(Waiting.SECONDS, TimeUnit.SECONDS)).isTrue();
    }
    String[] most = as(BOB, root.resolve("most")).split(" ", 2);
    assertThat(Integer.parseInt(most[0])).as("tasks at once").isBetween(1, 4);
    assertThat(Integer.parseInt(most[1]))
        .as("stages completed by the other user's request")
        .isEqualTo(IN_FLIGHT * CALLS_EACH);
  }

  private List<String> drive(URI root, int driver) throws Exception {
    String user = driver % 2 == 0 ? ALICE : BOB;
    List<String> wrong = new ArrayList<>();
    for (int call = 0; call < CALLS_EACH; call++) {
      String id = driver + "-" + call;
      String seen = String.join(",", user, user + "true", user + "true", id);
      String answer = as(user, root.resolve("whoami?id=" + id));
      if (!answer.equals(String.join("|", seen, seen, seen, seen))) {
        wrong.add(user + " got " + answer);
      }
    }
    return wrong;
  }

  private String as(String user, URI uri) throws Exception {
    String login =
        Base64.getEncoder().encodeToString((user + ":" + DemoUsers.PASSWORD).getBytes(UTF_8));
    HttpResponse<String> response =
        get(HttpRequest.newBuilder(uri).header("Authorization", "Basic " + login));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<String> get(HttpRequest.Builder request) throws Exception {
    return client.send(
        request.timeout(Duration.ofSeconds(Waiting.SECONDS)).build(), BodyHandlers.ofString());
  }
}
