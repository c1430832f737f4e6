package org.asynclocal.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares the performance guide with the rows of the published runs. {@code
 * -Dperformance.update=true} writes the guide's tables and plots anew.
 */
@DisplayName("The performance guide")
class PerformanceGuideTest {
  private static final Path DOCS = Path.of("../../docs");
  private static final Path GUIDE = DOCS.resolve("performance.md");
  private static final Path PUBLISHED = DOCS.resolve("performance");
  private static final boolean UPDATE = Boolean.getBoolean("performance.update");

  @Test
  @DisplayName("has the tables of the published runs")
  void tables() throws IOException {
    String page = Files.readString(GUIDE);
    String generated = GeneratedParts.replace(page, GuideTables.of(runs()));
    if (UPDATE) {
      Files.writeString(GUIDE, generated);
    } else {
      assertThat(page).isEqualToNormalizingNewlines(generated);
    }
  }

  @Test
  @DisplayName("has the plots of the published run on JDK 25")
  void plots(@TempDir Path folder) throws IOException {
    Plots.draw(rows("jdk-25"), UPDATE ? PUBLISHED : folder);

    try (Stream<Path> drawn = Files.list(folder)) {
      for (Path plot : drawn.toList()) {
        assertThat(PUBLISHED.resolve(plot.getFileName())).hasSameTextualContentAs(plot);
      }
    }
  }

  @Test
  @DisplayName("is published from rows that a run can write and read back")
  void rows() throws IOException {
    List<String> published = Files.readAllLines(PUBLISHED.resolve("jdk-25.csv"));

    assertThat(Results.parse(published).csv()).isEqualTo(published);
  }

  private static Map<String, Results> runs() throws IOException {
    Map<String, Results> runs = new LinkedHashMap<>();
    runs.put("JDK 25", rows("jdk-25"));
    runs.put("JDK 17", rows("jdk-17"));
    return runs;
  }

  private static Results rows(String jdk) throws IOException {
    return Results.parse(Files.readAllLines(PUBLISHED.resolve(jdk + ".csv")));
  }
}
