package org.asynclocal.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.asynclocal.it.http.ExamplesClient.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningExamples.class)
@DisplayName("GET api/trace")
class TraceCheck {
  private static final int TOGETHER = 16;
  private static final List<String> FULL_LIFE = List.of("init", "before", "after", "destroy");

  @ParameterizedTest(name = "{0} connections")
  @ValueSource(ints = {0, 1, 2, 5})
  @DisplayName("has one listener, and a connection that it triggered for each that was made")
  void showsEachConnection(int connections, ExamplesClient examples) throws IOException {
    List<JsonObject> events = events(examples.get("api/trace?connections=" + connections).send());

    long listener = listener(events);
    List<JsonObject> accepted =
        events.stream()
            .filter(event -> isInit(event) && event.getInt("triggerAsyncId") == listener)
            .toList();
    assertThat(accepted)
        .hasSize(connections)
        .allMatch(event -> event.getInt("executionAsyncId") == 0)
        .noneMatch(event -> event.getString("type").contains("SERVER"));
    assertThat(accepted)
        .allMatch(event -> lifeOf(event.getInt("asyncId"), events).equals(FULL_LIFE));
    assertThat(lifeOf(listener, events)).containsExactly("init", "destroy");
  }

  @Test
  @DisplayName("makes one connection unless told otherwise")
  void hasADefault(ExamplesClient examples) throws IOException {
    List<JsonObject> events = events(examples.get("api/trace").send());

    assertThat(events)
        .filteredOn(TraceCheck::isInit)
        .extracting(event -> event.getString("type"))
        .containsExactlyInAnyOrder("TCPSERVERWRAP", "TCPCONNECTWRAP", "TCPWRAP");
  }

  @Test
  @DisplayName("has type and trigger where a resource is created, and nowhere else")
  void tellsTypesAtCreation(ExamplesClient examples) throws IOException {
    List<JsonObject> events = events(examples.get("api/trace?connections=2").send());

    assertThat(events).allMatch(event -> event.containsKey("executionAsyncId"));
    assertThat(events)
        .allMatch(event -> event.containsKey("type") == isInit(event))
        .allMatch(event -> event.containsKey("triggerAsyncId") == isInit(event));
  }

  @Test
  @DisplayName("has no event of another call that is traced at the same time")
  void isIsolated(ExamplesClient examples) throws Exception {
    List<Answer> answers =
        ExamplesClient.sendAll(
            TOGETHER,
            Collections.nCopies(TOGETHER, "api/trace?connections=2&together=" + TOGETHER).stream()
                .map(examples::get)
                .toList());

    Set<Integer> seen = new HashSet<>();
    for (Answer answer : answers) {
      List<Integer> ids =
          events(answer).stream()
              .filter(TraceCheck::isInit)
              .map(event -> event.getInt("asyncId"))
              .toList();
      assertThat(ids).hasSize(5).allMatch(seen::add);
    }
  }

  @ParameterizedTest(name = "{0} connections")
  @ValueSource(ints = {0, 5})
  @DisplayName("is a table for whoever accepts plain text")
  void isATable(int connections, ExamplesClient examples) throws IOException {
    Answer answer =
        examples.get("api/trace?connections=" + connections).header("Accept", "text/plain").send();

    assertThat(answer.mediaType()).isEqualTo("text/plain");
    List<String> lines = answer.body().lines().toList();
    assertThat(lines.get(0)).matches("event +execution id +trigger by");
    assertThat(lines.subList(1, lines.size()))
        .hasSize(2 + 8 * connections)
        .allMatch(
            line ->
                line.matches("init \\w+\\(\\d+\\) +\\d+ +\\d+|(before|after|destroy) \\d+ +\\d+"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"connections=-1", "connections=6", "connections=some", "together=65"})
  @DisplayName("refuses a parameter out of range")
  void refusesABadParameter(String query, ExamplesClient examples) throws IOException {
    Problems.assertProblem(examples.get("api/trace?" + query).send(), 400);
  }

  private static List<JsonObject> events(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json(JsonArray.class).getValuesAs(JsonObject.class);
  }

  private static long listener(List<JsonObject> events) {
    List<JsonObject> listeners =
        events.stream()
            .filter(event -> isInit(event) && event.getString("type").contains("SERVER"))
            .toList();
    assertThat(listeners).hasSize(1);
    return listeners.get(0).getInt("asyncId");
  }

  private static boolean isInit(JsonObject event) {
    return event.getString("event").equals("init");
  }

  private static List<String> lifeOf(long asyncId, List<JsonObject> events) {
    return events.stream()
        .filter(event -> event.getInt("asyncId") == asyncId)
        .map(event -> event.getString("event"))
        .toList();
  }
}
