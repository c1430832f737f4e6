package org.asynclocal.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningExamples.class)
@DisplayName("POST api/emit")
class EmitCheck {

  @ParameterizedTest(name = "\"{0}\": the listener reads {1}")
  @CsvSource({"'', emitter", "?bound=false, emitter", "?bound=true, registrar"})
  @DisplayName("the listener reads the emitter's store, or its own if it is bound")
  void theListenerReads(String query, String listener, ExamplesClient examples) throws IOException {
    JsonObject answer = examples.post("api/emit" + query).send().json(JsonObject.class);

    assertThat(answer.getString("emitter")).isEqualTo("emitter");
    assertThat(answer.getString("listener")).isEqualTo(listener);
  }

  @ParameterizedTest(name = "bound={0}")
  @ValueSource(strings = {"", "maybe", "1"})
  @DisplayName("any other flag is refused")
  void refusesAnotherFlag(String bound, ExamplesClient examples) throws IOException {
    Problems.assertProblem(examples.post("api/emit?bound=" + bound).send(), 400);
  }

  @Test
  @DisplayName("is not to be read")
  void isNoQuery(ExamplesClient examples) throws IOException {
    Problems.assertProblem(examples.get("api/emit").send(), 405);
  }
}
