package org.asynclocal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The tests that the guide to the hooks names")
class DocumentedTestsTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("(?m)^\\|.*`\\w+\\.\\w+`.*\\|$");
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");

  @Test
  @DisplayName("exist")
  void exist() throws IOException {
    String guide = Files.readString(ROOT.resolve("docs/hooks.md"));
    List<MatchResult> named =
        ROW.matcher(guide).results().flatMap(row -> NAMED.matcher(row.group()).results()).toList();

    assertThat(named).hasSizeGreaterThan(10);
    for (MatchResult test : named) {
      assertThat(sources(test.group(1)))
          .as(test.group())
          .containsPattern("\\bvoid " + test.group(2) + "\\(");
    }
  }

  private static String sources(String className) throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.endsWith(className + ".java"))
          .filter(file -> !file.toString().contains("target"))
          .map(DocumentedTestsTest::read)
          .collect(joining());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
