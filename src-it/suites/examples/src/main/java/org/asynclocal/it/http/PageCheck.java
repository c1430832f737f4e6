package org.asynclocal.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.asynclocal.it.http.ExamplesClient.Answer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningExamples.class)
@DisplayName("GET /asynclocal/")
class PageCheck {
  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"#]+)\"");

  @Test
  @DisplayName("is a page that names every example")
  void namesEveryExample(ExamplesClient examples) throws IOException {
    Answer page = examples.get("").send();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.body())
        .contains(
            "api/delayed/",
            "api/users/",
            "api/whoami",
            "api/orders",
            "api/resource/",
            "api/trace",
            "api/emit");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", "page.css", "js/page.js"})
  @DisplayName("is asked for anew when it has changed")
  void isNotKeptUnasked(String path, ExamplesClient examples) throws IOException {
    assertThat(examples.get(path).send().header("Cache-Control")).contains("no-cache");
  }

  @Test
  @DisplayName("has all that it refers to inside the application")
  void needsNoOtherHost(ExamplesClient examples) throws IOException {
    List<String> references =
        REFERENCE
            .matcher(examples.get("").send().body())
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();

    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(reference).doesNotContain("//");
      assertThat(examples.get(reference).send().status()).as(reference).isEqualTo(200);
    }
  }
}
