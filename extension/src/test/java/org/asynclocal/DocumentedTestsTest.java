package org.asynclocal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The tests that the guides name")
class DocumentedTestsTest {
  private static final Path ROOT = Path.of("..");

  /** Folders without sources; what is in them may change while this test reads. */
  private static final Set<String> OUTSIDE = Set.of("target", ".git");

  private static final String TEST = "`(\\w+(?:Test|IT|Contract|Check))\\.(\\w+)`";
  private static final Pattern ROW = Pattern.compile("(?m)^\\|.*" + TEST + ".*\\|$");
  private static final Pattern TESTED = Pattern.compile("\\| Test \\|\\R\\|[-|]+\\R((\\|.*\\R)+)");
  private static final Pattern NAMED = Pattern.compile(TEST);

  @ParameterizedTest
  @ValueSource(strings = {"executors.md", "hooks.md", "transactions.md"})
  @DisplayName("exist")
  void exist(String name) throws IOException {
    String guide = Files.readString(ROOT.resolve("docs").resolve(name));
    List<MatchResult> named =
        ROW.matcher(guide).results().flatMap(row -> NAMED.matcher(row.group()).results()).toList();

    assertThat(named).hasSizeGreaterThan(10);
    for (MatchResult test : named) {
      assertThat(sources(test.group(1)))
          .as(test.group())
          .containsPattern("\\bvoid " + test.group(2) + "\\(");
    }
  }

  @Test
  @DisplayName("are one for each row of the tables with a column of tests")
  void inEachRow() throws IOException {
    List<String> rows =
        TESTED
            .matcher(Files.readString(ROOT.resolve("docs/transactions.md")))
            .results()
            .flatMap(table -> table.group(1).lines())
            .toList();

    assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> assertThat(row).matches(ROW));
  }

  private static String sources(String className) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return OUTSIDE.contains(String.valueOf(folder.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.endsWith(className + ".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found.stream().map(DocumentedTestsTest::read).collect(joining());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
