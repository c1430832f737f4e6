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
@DisplayName("GET api/resource/{value}")
class ResourceCheck {

  @Test
  @DisplayName("gives the value back as a string, read on another thread")
  void readsTheValueOnAnotherThread(ExamplesClient examples) throws IOException {
    JsonObject answer = examples.get("api/resource/5?ms=10").send().json(JsonObject.class);

    assertThat(answer.keySet()).containsExactlyInAnyOrder("value", "startThread", "endThread");
    assertThat(answer.getString("value")).isEqualTo("5");
    assertThat(answer.getString("startThread"))
        .matches(".+#\\d+")
        .isNotEqualTo(answer.getString("endThread"));
    assertThat(answer.getString("endThread")).matches(".+#\\d+");
  }

  @Test
  @DisplayName("mixes none of 200 calls that are all in flight before any of them goes on")
  void keepsCallsApart(ExamplesClient examples) throws Exception {
    List<String> values = IntStream.range(0, 200).mapToObj(n -> "value-" + n).toList();

    List<Answer> answers =
        ExamplesClient.sendAll(
            200,
            values.stream()
                .map(value -> examples.get("api/resource/" + value + "?ms=20&together=200"))
                .toList());

    assertThat(answers)
        .extracting(answer -> answer.json(JsonObject.class).getString("value"))
        .containsExactlyElementsOf(values);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"ms=-1", "ms=5001", "ms=soon", "ms=", "together=0", "together=257"})
  @DisplayName("refuses a parameter out of range and names it")
  void refusesABadParameter(String query, ExamplesClient examples) throws IOException {
    Answer answer = examples.get("api/resource/x?" + query).send();

    Problems.assertProblem(answer, 400);
    assertThat(answer.json(JsonObject.class).getString("detail"))
        .startsWith(query.substring(0, query.indexOf('=')) + " ");
  }
}
