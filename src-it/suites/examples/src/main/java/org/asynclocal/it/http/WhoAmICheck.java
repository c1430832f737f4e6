package org.asynclocal.it.http;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.asynclocal.it.http.ExamplesClient.Answer;
import org.asynclocal.it.http.ExamplesClient.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RunningExamples.class)
@DisplayName("GET api/whoami")
class WhoAmICheck {
  private static final int IN_FLIGHT = 32;
  private static final int CALLS = 1_000;
  private static final int MOST_WORKERS = 4;

  @BeforeEach
  void letBobWarmThePool(ExamplesClient examples) throws Exception {
    List<Call> calls =
        IntStream.range(0, IN_FLIGHT).mapToObj(n -> examples.get("api/whoami").as("bob")).toList();
    assertThat(ExamplesClient.sendAll(IN_FLIGHT, calls)).allMatch(answer -> answer.status() == 200);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"alice, bob", "bob, alice"})
  @DisplayName("sees the caller in every step, also where the other user's thread runs it")
  void everyStepSeesTheCaller(String user, String other, ExamplesClient examples)
      throws IOException {
    Answer answer = examples.get("api/whoami").as(user).header("X-Request-Id", "who-1").send();

    JsonObject who = answer.json(JsonObject.class);
    assertThat(who.getString("caller")).isEqualTo(user);
    assertThat(Steps.of(who))
        .extracting(step -> step.getString("step"))
        .containsExactly("pool", "async", "inline", "ejb");
    assertThat(Steps.of(who))
        .allMatch(step -> Steps.isPrincipal(step, user))
        .allMatch(step -> step.getBoolean("inRole"))
        .allMatch(step -> step.getString("requestId").equals("who-1"));
    assertThat(who.getString("inlineCompletedBy")).isEqualTo(other);
  }

  @Test
  @DisplayName("never shows another user in 1,000 calls of both, 32 in flight on 4 workers at most")
  void neverShowsAnotherUser(ExamplesClient examples) throws Exception {
    List<String> users = new ArrayList<>();
    List<Call> calls = new ArrayList<>();
    for (int n = 0; n < CALLS; n++) {
      String user = n % 2 == 0 ? "alice" : "bob";
      users.add(user);
      calls.add(examples.get("api/whoami").as(user).header("X-Request-Id", "mixed-" + n));
    }

    List<Answer> answers = ExamplesClient.sendAll(IN_FLIGHT, calls);

    Set<String> workers = new HashSet<>();
    for (int n = 0; n < CALLS; n++) {
      JsonObject who = answers.get(n).json(JsonObject.class);
      assertOnly(users.get(n), "mixed-" + n, who);
      workers.addAll(workers(who));
    }
    assertThat(workers).hasSizeLessThanOrEqualTo(MOST_WORKERS);
  }

  /** The threads of all steps but the inline one, which runs on a request's. */
  private static Set<String> workers(JsonObject who) {
    return Steps.of(who).stream()
        .filter(step -> !step.getString("step").equals("inline"))
        .map(step -> step.getString("thread"))
        .collect(toSet());
  }

  private static void assertOnly(String user, String requestId, JsonObject who) {
    assertThat(who.getString("caller")).isEqualTo(user);
    assertThat(Steps.of(who))
        .hasSize(4)
        .allMatch(step -> Steps.isPrincipal(step, user))
        .allMatch(step -> step.getBoolean("inRole"))
        .allMatch(step -> step.getString("requestId").equals(requestId));
    assertThat(who.getString("inlineCompletedBy")).isNotEqualTo(user);
  }

  @Test
  @DisplayName("asks for credentials where there are none")
  void asksForCredentials(ExamplesClient examples) throws IOException {
    Answer answer = examples.get("api/whoami").send();

    Problems.assertProblem(answer, 401);
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic ");
  }

  @ParameterizedTest(name = "{0} with the password {1}")
  @CsvSource({"alice, wrong", "mallory, secret"})
  @DisplayName("refuses wrong credentials")
  void refusesWrongCredentials(String user, String password, ExamplesClient examples)
      throws IOException {
    Problems.assertProblem(examples.get("api/whoami").as(user, password).send(), 401);
  }
}
