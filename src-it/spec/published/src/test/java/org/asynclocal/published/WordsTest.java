package org.asynclocal.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The words of the sources. */
class WordsTest {
  private static final Path ROOT = Path.of("../../..");
  private static final Set<String> SKIPPED = Set.of("target", ".git", "node_modules");

  /** A noun phrase or a verb says more than these, which leave the reader with a question. */
  private static final Pattern RIDDLE =
      Pattern.compile("(?m)/\\*\\*\\s+(\\* )?(What|Whether(?! a\\b)|Who|Says|Tells|That)\\b.*");

  /** Words for which the field has terms: provider, handoff, listener, propagation. */
  private static final Pattern METAPHOR =
      Pattern.compile("\\b(door|hop|mirror|travel)|(Door|Hop|Mirror|Travel)(?![a-z])");

  private static final Pattern NO_CODE =
      Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|\"(\\\\.|[^\"\\\\])*\"");

  @Test
  @DisplayName("Javadoc begins with a noun phrase or a verb")
  void javadocSaysWhatItIs() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      RIDDLE
          .matcher(Files.readString(file))
          .results()
          .forEach(riddle -> found.add(file.getFileName() + ": " + riddle.group()));
    }

    assertThat(found).isEmpty();
  }

  @Test
  @DisplayName("Identifiers are terms of the field")
  void identifiersAreTerms() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : sources()) {
      METAPHOR
          .matcher(NO_CODE.matcher(Files.readString(file)).replaceAll(""))
          .results()
          .forEach(metaphor -> found.add(file.getFileName() + ": " + metaphor.group()));
    }

    assertThat(found).isEmpty();
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              sources.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    assertThat(sources).hasSizeGreaterThan(500);
    return sources;
  }
}
