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
@DisplayName("GET api/delayed/{value}")
class DelayedCheck {

  @Test
  @DisplayName("gives the value back as a string, read on another thread")
  void readsTheValueOnAnotherThread(ExamplesClient examples) throws IOException {
    JsonObject answer = examples.get("api/delayed/5?ms=10").send().json(JsonObject.class);

    assertThat(answer.getString("value")).isEqualTo("5");
    assertThat(answer.getString("startThread"))
        .matches(".+#\\d+")
        .isNotEqualTo(answer.getString("endThread"));
    assertThat(answer.getString("endThread")).matches(".+#\\d+");
  }

  @Test
  @DisplayName("waits for 100 ms unless told otherwise")
  void hasADefaultDelay(ExamplesClient examples) throws IOException {
    Answer answer = examples.get("api/delayed/five%20hundred").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo("application/json");
    assertThat(answer.json(JsonObject.class).getString("value")).isEqualTo("five hundred");
  }

  @Test
  @DisplayName("gives 200 calls in flight together each its own value")
  void keepsCallsApart(ExamplesClient examples) throws Exception {
    List<Answer> answers =
        ExamplesClient.sendAll(
            200,
            IntStream.range(0, 200)
                .mapToObj(n -> examples.get("api/delayed/" + n + "?ms=1500"))
                .toList());

    assertThat(answers)
        .extracting(answer -> answer.json(JsonObject.class).getString("value"))
        .containsExactlyElementsOf(IntStream.range(0, 200).mapToObj(String::valueOf).toList());
  }

  @ParameterizedTest(name = "ms={0}")
  @ValueSource(strings = {"0", "5000"})
  @DisplayName("takes the least and the greatest delay")
  void takesTheBounds(String ms, ExamplesClient examples) throws IOException {
    assertThat(examples.get("api/delayed/x?ms=" + ms).send().status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "ms={0}")
  @ValueSource(strings = {"-1", "5001", "soon", "1.5", "", "99999999999"})
  @DisplayName("refuses any other delay and names the parameter")
  void refusesABadDelay(String ms, ExamplesClient examples) throws IOException {
    Answer answer = examples.get("api/delayed/x?ms=" + ms).send();

    Problems.assertProblem(answer, 400);
    assertThat(answer.json(JsonObject.class).getString("detail")).startsWith("ms ");
  }
}
