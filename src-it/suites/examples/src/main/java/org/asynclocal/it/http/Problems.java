package org.asynclocal.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.asynclocal.it.http.ExamplesClient.Answer;

/** Assertions about all problem details. */
final class Problems {
  private Problems() {}

  static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    JsonObject problem = answer.json(JsonObject.class);
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getInt("status")).isEqualTo(status);
  }
}
