package org.asynclocal.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The README's table of what works where")
class WhereItWorksTest {
  private static final Path ROOT = Path.of("../..");
  private static final String HEAD = "| What | ";
  private static final Pattern ANSWER = Pattern.compile("\\[(?:yes|no)]\\(([^)]+)\\)");
  private static final Path SHARED = Path.of("src-it/server-kit");

  /** The modules that run the shared tests, by the beginning of their column's name. */
  private static final Map<String, Path> MODULES =
      Map.of(
          "WildFly", Path.of("src-it/wildfly"),
          "Payara", Path.of("src-it/payara"),
          "GlassFish", Path.of("src-it/glassfish"),
          "Open Liberty", Path.of("src-it/liberty"));

  @Test
  @DisplayName("says something of each server in each row")
  void complete() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(3);
    assertThat(rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(columns()));
  }

  @ParameterizedTest
  @MethodSource("cells")
  @DisplayName("leads from each yes and no to a test that the server's module runs")
  void tested(Cell cell) throws IOException {
    Matcher answer = ANSWER.matcher(cell.text());
    assertThat(answer.matches()).as(cell.toString()).isTrue();
    Path test = Path.of(answer.group(1));

    assertThat(Files.readString(ROOT.resolve(test))).containsPattern("@(Parameterized)?Test\\b");
    if (test.startsWith(SHARED)) {
      String module = Files.readString(ROOT.resolve(module(cell.column())).resolve("pom.xml"));
      String name = test.getFileName().toString().replace(".java", "");
      assertThat(module).contains("asynclocal-it-server-kit").doesNotContain("/" + name + ".class");
    }
  }

  static Stream<Cell> cells() throws IOException {
    List<String> columns = columns();
    return rows().stream()
        .flatMap(
            row ->
                Stream.iterate(1, column -> column < row.size(), column -> column + 1)
                    .map(column -> new Cell(row.get(0), columns.get(column), row.get(column))))
        .filter(cell -> !cell.text().equals("–"));
  }

  private static Path module(String column) {
    return MODULES.entrySet().stream()
        .filter(module -> column.startsWith(module.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> columns() throws IOException {
    return split(table().get(0));
  }

  private static List<List<String>> rows() throws IOException {
    return table().stream().skip(2).map(WhereItWorksTest::split).toList();
  }

  private static List<String> table() throws IOException {
    return Files.readAllLines(ROOT.resolve("README.md")).stream()
        .dropWhile(line -> !line.startsWith(HEAD))
        .takeWhile(line -> line.startsWith("|"))
        .toList();
  }

  private static List<String> split(String line) {
    return Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
        .map(String::strip)
        .toList();
  }

  record Cell(String row, String column, String text) {
    @Override
    public String toString() {
      return row + ", " + column;
    }
  }
}
