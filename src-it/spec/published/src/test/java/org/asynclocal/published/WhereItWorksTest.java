package org.asynclocal.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The tables of what works where")
class WhereItWorksTest {
  private static final Path ROOT = Path.of("../../..");
  private static final List<String> GUIDES =
      List.of("docs/compatibility.md", "docs/transactions.md");
  private static final String HEAD = "| What | WildFly";
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]+]\\(([^)]+)\\)");

  /** The suites that servers' modules scan, and their artifacts. */
  private static final Map<Path, String> SUITES =
      Map.of(
          Path.of("src-it/suites/server"), "asynclocal-it-server-kit",
          Path.of("src-it/suites/transactions"), "asynclocal-it-transactions");

  /** The modules that run the shared tests, by the beginning of their column's name. */
  private static final Map<String, Path> MODULES =
      Map.of(
          "WildFly", Path.of("src-it/on/wildfly"),
          "Payara", Path.of("src-it/on/payara"),
          "GlassFish", Path.of("src-it/on/glassfish"),
          "Open Liberty", Path.of("src-it/on/liberty"));

  @ParameterizedTest
  @FieldSource("GUIDES")
  @DisplayName("say something of each server in each row")
  void complete(String guide) throws IOException {
    List<List<String>> table = table(guide);
    assertThat(table).hasSizeGreaterThan(4);
    assertThat(table).allSatisfy(row -> assertThat(row).hasSameSizeAs(table.get(0)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  @DisplayName("lead from each cell to a test that the server's module runs")
  void tested(Cell cell) throws IOException {
    List<Path> tests =
        LINK.matcher(cell.text()).results().map(link -> cell.target(link.group(1))).toList();

    assertThat(tests).as(cell.toString()).isNotEmpty();
    for (Path test : tests) {
      assertThat(Files.readString(ROOT.resolve(test)))
          .containsPattern("@((Parameterized)?Test|ArquillianTest|QuarkusTest)\\b");
      for (Map.Entry<Path, String> suite : SUITES.entrySet()) {
        if (test.startsWith(suite.getKey())) {
          assertThat(Files.readString(ROOT.resolve(module(cell.column())).resolve("pom.xml")))
              .contains("<dependency>org.asynclocal:" + suite.getValue() + "</dependency>")
              .doesNotContain("/" + test.getFileName().toString().replace(".java", ".class"));
        }
      }
    }
  }

  static Stream<Cell> cells() throws IOException {
    List<Cell> cells = new ArrayList<>();
    for (String guide : GUIDES) {
      List<List<String>> table = table(guide);
      for (List<String> row : table.subList(1, table.size())) {
        for (int column = 1; column < row.size(); column++) {
          cells.add(new Cell(guide, row.get(0), table.get(0).get(column), row.get(column)));
        }
      }
    }
    return cells.stream().filter(cell -> !cell.text().equals("–"));
  }

  private static Path module(String column) {
    return MODULES.entrySet().stream()
        .filter(module -> column.startsWith(module.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** The rows of a guide's table, the one with the servers' names first. */
  private static List<List<String>> table(String guide) throws IOException {
    return Files.readAllLines(ROOT.resolve(guide)).stream()
        .dropWhile(line -> !line.startsWith(HEAD))
        .takeWhile(line -> line.startsWith("|"))
        .filter(line -> !line.startsWith("|---"))
        .map(line -> line.substring(1, line.length() - 1).split("\\|"))
        .map(cells -> Arrays.stream(cells).map(String::strip).toList())
        .toList();
  }

  record Cell(String guide, String row, String column, String text) {
    /** Where a link leads, seen from the root. */
    Path target(String link) {
      return Path.of(guide).resolveSibling(link).normalize();
    }

    @Override
    public String toString() {
      return guide + ": " + row + ", " + column;
    }
  }
}
