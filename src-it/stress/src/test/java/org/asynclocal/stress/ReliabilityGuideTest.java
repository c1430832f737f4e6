package org.asynclocal.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The guide to reliability")
class ReliabilityGuideTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path GUIDE = ROOT.resolve(Path.of("docs", "reliability.md"));

  /** A test class, optionally with a method, as code. */
  private static final Pattern TEST =
      Pattern.compile("`([A-Z]\\w*(?:Test|IT|Contract|Race))(?:\\.(\\w+))?`");

  /** The number of faults of other libraries and servers. */
  private static final int FAULTS = 13;

  @Test
  @DisplayName("names a test for each fault of another library or server")
  void everyFault() throws IOException {
    List<String> rows =
        Files.readAllLines(GUIDE).stream()
            .dropWhile(line -> !line.startsWith("| Library or server "))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    assertThat(rows)
        .hasSize(FAULTS)
        .allSatisfy(row -> assertThat(TEST.matcher(row).find()).as(row).isTrue());
  }

  @Test
  @DisplayName("has faults of the versions that the build uses")
  void versions() throws IOException {
    String guide = Files.readString(GUIDE);

    assertThat(guide)
        .contains(
            "| Micrometer context-propagation " + version("micrometer.context-propagation") + " |",
            "| OpenTelemetry " + version("opentelemetry") + " |",
            "| SmallRye " + version("smallrye.context-propagation") + " |");
  }

  private static String version(String library) throws IOException {
    Matcher version =
        Pattern.compile("<version\\." + Pattern.quote(library) + ">([^<]+)<")
            .matcher(Files.readString(ROOT.resolve("pom.xml")));
    assertThat(version.find()).as(library).isTrue();
    return version.group(1);
  }

  @Test
  @DisplayName("names only tests that exist")
  void existing() throws IOException {
    List<MatchResult> named = TEST.matcher(Files.readString(GUIDE)).results().toList();

    assertThat(named)
        .hasSizeGreaterThan(FAULTS)
        .allSatisfy(test -> assertThat(exists(test)).as(test.group()).isTrue());
  }

  private static boolean exists(MatchResult test) throws IOException {
    try (Stream<Path> files =
        Files.find(
            ROOT,
            Integer.MAX_VALUE,
            (file, attributes) -> file.endsWith(test.group(1) + ".java"))) {
      String method = test.group(2);
      return files.anyMatch(file -> method == null || declares(file, method));
    }
  }

  private static boolean declares(Path file, String method) {
    try {
      return Files.readString(file).contains(" void " + method + "(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
