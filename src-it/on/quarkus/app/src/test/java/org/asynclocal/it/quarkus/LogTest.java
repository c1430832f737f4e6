package org.asynclocal.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request's id in Quarkus' own log file, by configuration alone. */
@QuarkusTest
class LogTest {
  private static final String HEADER = "X-Request-Id";

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("log/")
  URI log;

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @ConfigProperty(name = "quarkus.log.file.path")
  Path file;

  @ParameterizedTest
  @ValueSource(strings = {"task", "blocking"})
  void the_lines_of_a_request_have_its_id_on_every_thread(String way) throws Exception {
    String text = UUID.randomUUID().toString();

    HttpResponse<String> answer = Http.get(log.resolve(text + "/" + way), HEADER, "id-" + way);

    assertThat(answer.body()).isEqualTo("id-" + way);
    assertThat(answer.headers().firstValue(HEADER)).contains("id-" + way);
    assertThat(lines(text)).hasSize(3).allMatch(line -> line.startsWith("[id-" + way + "]"));
    assertThat(threads(text)).hasSizeGreaterThan(1);
  }

  @Test
  void a_line_has_the_value_that_is_bound_where_it_is_written() throws Exception {
    String text = UUID.randomUUID().toString();

    assertThat(Http.get(log.resolve(text + "/run"), HEADER, "outer").body()).isEqualTo("inner");

    assertThat(lines(text))
        .satisfiesExactly(
            inTask -> assertThat(inTask).startsWith("[inner]"),
            after -> assertThat(after).startsWith("[outer]"));
  }

  @Test
  void a_request_without_an_id_gets_one() throws Exception {
    String text = UUID.randomUUID().toString();

    HttpResponse<String> answer = Http.get(log.resolve(text + "/blocking"), HEADER, "not valid");

    assertThat(UUID.fromString(answer.body()))
        .hasToString(answer.headers().firstValue(HEADER).orElseThrow());
    assertThat(lines(text)).allMatch(line -> line.startsWith("[" + answer.body() + "]"));
  }

  private List<String> threads(String text) throws IOException {
    return lines(text).stream()
        .map(line -> line.replaceFirst(".*?\\((.*?)\\).*", "$1"))
        .distinct()
        .toList();
  }

  private List<String> lines(String text) throws IOException {
    return Files.readAllLines(file).stream().filter(line -> line.contains(text)).toList();
  }
}
