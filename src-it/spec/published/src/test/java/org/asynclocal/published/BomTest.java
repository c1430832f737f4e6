package org.asynclocal.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The BOM")
class BomTest {
  /**
   * Not among the artifacts with an API: it is for the JVM's command line, not for a class path.
   */
  private static final String AGENT = "asynclocal-agent";

  private static final Path BOM = Path.of("../../../bom/pom.xml");

  @Test
  @DisplayName("has the build's version")
  void version() throws IOException {
    assertThat(found("<version>([^<$]+)</version>"))
        .containsExactly(System.getProperty("published.version"));
  }

  @Test
  @DisplayName("names each jar that is published, and no other")
  void artifacts() throws IOException {
    assertThat(found("<artifactId>([^<]+)</artifactId>").stream().skip(1))
        .containsExactlyElementsOf(
            Stream.concat(Arrays.stream(Artifact.values()).map(Artifact::id), Stream.of(AGENT))
                .toList());
  }

  private static List<String> found(String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(BOM))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
