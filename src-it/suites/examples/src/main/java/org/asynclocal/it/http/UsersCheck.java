package org.asynclocal.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.asynclocal.it.http.ExamplesClient.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningExamples.class)
@DisplayName("GET api/users/{id}/data")
class UsersCheck {
  private static final String ID_HEADER = "X-Request-Id";
  private static final String MADE_ID = "[A-Za-z0-9._-]{1,64}";

  @Test
  @DisplayName("knows the request's id in every step, on two threads at least")
  void everyStepKnowsTheRequest(ExamplesClient examples) throws IOException {
    Answer answer = examples.get("api/users/7/data").header(ID_HEADER, "req-1_a.B").send();

    JsonObject data = answer.json(JsonObject.class);
    assertThat(data.getString("requestId")).isEqualTo("req-1_a.B");
    assertThat(data.getString("userId")).isEqualTo("7");
    assertThat(Steps.of(data))
        .extracting(step -> step.getString("step"))
        .contains("controller", "service", "repository", "continuation");
    assertThat(Steps.of(data)).allMatch(step -> step.getString("requestId").equals("req-1_a.B"));
    assertThat(Steps.threads(data)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  @DisplayName("gives the id back in the response's header")
  void tellsTheId(ExamplesClient examples) throws IOException {
    Answer answer = examples.get("api/users/7/data").header(ID_HEADER, "req-2").send();

    assertThat(answer.response().headers().allValues(ID_HEADER)).containsExactly("req-2");
  }

  @Test
  @DisplayName("has the request's id in every line of the log")
  void everyLineHasTheId(ExamplesClient examples) throws IOException {
    JsonObject data =
        examples.get("api/users/7/data").header(ID_HEADER, "req-3").send().json(JsonObject.class);

    assertThat(Steps.strings(data, "log")).isNotEmpty().allMatch(line -> line.contains("req-3"));
  }

  @Test
  @DisplayName("writes one line of the log for one, whatever the path contains")
  void pathsForgeNoLines(ExamplesClient examples) throws IOException {
    JsonObject data =
        examples
            .get("api/users/7%0A%5Bforged%5D/data")
            .header(ID_HEADER, "req-4")
            .send()
            .json(JsonObject.class);

    assertThat(Steps.strings(data, "log")).noneMatch(line -> line.contains("\n"));
  }

  @Test
  @DisplayName("makes an id for a request without one, a new one each time")
  void makesAnId(ExamplesClient examples) throws IOException {
    Answer first = examples.get("api/users/7/data").send();
    Answer second = examples.get("api/users/7/data").send();

    assertMadeId(first);
    assertMadeId(second);
    assertThat(first.header(ID_HEADER)).isNotEqualTo(second.header(ID_HEADER));
  }

  @ParameterizedTest(name = "the id \"{0}\"")
  @ValueSource(
      strings = {
        "",
        "two words",
        "new;line",
        "<script>",
        "a23456789b123456789c123456789d123456789e123456789f123456789g12345"
      })
  @DisplayName("makes an id where the one given is not acceptable")
  void replacesABadId(String id, ExamplesClient examples) throws IOException {
    Answer answer = examples.get("api/users/7/data").header(ID_HEADER, id).send();

    assertMadeId(answer);
    assertThat(answer.header(ID_HEADER)).isNotEqualTo(id);
  }

  @Test
  @DisplayName("takes an id of 64 characters")
  void takesTheLongestId(ExamplesClient examples) throws IOException {
    String id = "x".repeat(64);

    Answer answer = examples.get("api/users/7/data").header(ID_HEADER, id).send();

    assertThat(answer.header(ID_HEADER)).isEqualTo(id);
  }

  @Test
  @DisplayName("has no principal without authentication")
  void nobodyIsNull(ExamplesClient examples) throws IOException {
    JsonObject data = examples.get("api/users/7/data").send().json(JsonObject.class);

    assertThat(Steps.of(data)).isNotEmpty().allMatch(step -> step.isNull("principal"));
  }

  @Test
  @DisplayName("has the principal in every step where somebody has")
  void somebodyIsEverywhere(ExamplesClient examples) throws IOException {
    JsonObject data = examples.get("api/users/7/data").as("alice").send().json(JsonObject.class);

    assertThat(Steps.of(data)).isNotEmpty().allMatch(step -> Steps.isPrincipal(step, "alice"));
  }

  @Test
  @DisplayName("keeps 200 requests in flight together apart")
  void keepsRequestsApart(ExamplesClient examples) throws Exception {
    List<Answer> answers =
        ExamplesClient.sendAll(
            200,
            IntStream.range(0, 200)
                .mapToObj(
                    n -> examples.get("api/users/" + n + "/data").header(ID_HEADER, "many-" + n))
                .toList());

    for (int n = 0; n < answers.size(); n++) {
      JsonObject data = answers.get(n).json(JsonObject.class);
      String id = "many-" + n;
      assertThat(data.getString("requestId")).isEqualTo(id);
      assertThat(Steps.of(data)).allMatch(step -> step.getString("requestId").equals(id));
      assertThat(Steps.strings(data, "log")).allMatch(line -> line.contains("[" + id + "]"));
    }
  }

  private static void assertMadeId(Answer answer) {
    JsonObject data = answer.json(JsonObject.class);
    assertThat(answer.header(ID_HEADER)).matches(MADE_ID).isEqualTo(data.getString("requestId"));
  }
}
