package org.asynclocal.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ids of messages")
class MessageIdsTest {
  private static final Path ROOT = Path.of("../../..");
  private static final Pattern MESSAGE =
      Pattern.compile("new Message\\(\\s*\"(ASYNCLOCAL-\\d{3})\"");
  private static final Pattern SECTION = Pattern.compile("(?m)^## (ASYNCLOCAL-\\d{3})$");

  @Test
  @DisplayName("have one text each, in all jars")
  void oneText() throws IOException {
    assertThat(ids()).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  @DisplayName("each have a section in the guide to troubleshooting")
  void sections() throws IOException {
    List<String> sections =
        found(SECTION, Files.readString(ROOT.resolve("docs/troubleshooting.md")));

    assertThat(sections).containsAll(ids());
  }

  private static List<String> ids() throws IOException {
    List<String> ids = new ArrayList<>();
    for (String module : List.of("extension", "cdi-integration")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
        files
            .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
            .filter(file -> file.toString().endsWith(".java"))
            .forEach(file -> ids.addAll(found(MESSAGE, read(file))));
      }
    }
    return ids;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
