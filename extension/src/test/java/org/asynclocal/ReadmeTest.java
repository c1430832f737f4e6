package org.asynclocal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The README")
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final long LIMIT_SECONDS = 60;

  @Test
  @DisplayName("starts with a program that prints the text below it")
  void firstProgramRuns(@TempDir Path folder) throws Exception {
    Path source = folder.resolve("Hello.java");
    Path printed = folder.resolve("printed.txt");
    Files.writeString(source, blocks("java").get(0));

    Process java =
        new ProcessBuilder(java().toString(), "-cp", classes().toString(), source.toString())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    try {
      assertThat(java.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).as("ended in time").isTrue();
    } finally {
      java.destroyForcibly();
    }

    assertThat(Files.readString(printed)).isEqualToNormalizingNewlines(blocks("text").get(0));
  }

  @Test
  @DisplayName("starts with a program of twelve lines")
  void firstProgramHasTwelveLines() throws IOException {
    assertThat(blocks("java").get(0)).hasLineCount(12);
  }

  @Test
  @DisplayName("shows the build's version for Maven and Gradle")
  void versionIsTheBuilds() throws IOException {
    String version = versions(Files.readString(ROOT.resolve("pom.xml"))).get(0);

    assertThat(versions(String.join("\n", blocks("xml")))).isNotEmpty().containsOnly(version);
    assertThat(blocks("groovy")).isNotEmpty().allMatch(block -> block.contains(version));
  }

  private static List<String> blocks(String language) throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"), UTF_8);
    return find("(?s)```" + language + "\\R(.*?)```", readme);
  }

  private static List<String> versions(String xml) {
    return find("<version>([^<$]+)</version>", xml);
  }

  private static List<String> find(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(
        AsyncLocalStorage.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
