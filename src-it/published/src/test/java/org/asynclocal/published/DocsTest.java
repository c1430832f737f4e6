package org.asynclocal.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The guides")
class DocsTest {
  private static final Path DOCS = Path.of("../../docs");
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(public |final )*(class|record|interface|enum) (\\w+)");

  /** What a block that shows members or statements alone may take for granted. */
  private static final String AROUND =
      """
      import jakarta.inject.Inject;
      import jakarta.transaction.Transactional;
      import java.util.ArrayList;
      import java.util.List;
      import java.util.function.Consumer;
      import org.asynclocal.AsyncLocalStorage;
      import org.asynclocal.cdi.StorageName;
      import org.asynclocal.hooks.AsyncHook;
      import org.asynclocal.hooks.AsyncHooks;
      import org.asynclocal.hooks.AsyncResource;
      import org.asynclocal.hooks.HookListener;
      import org.asynclocal.server.UnfinishedTasks;
      import org.asynclocal.transaction.TransactionLocalStorage;
      import org.eclipse.microprofile.context.ManagedExecutor;

      class Shown {
        record Order(String item) {}

        interface Stock {
          void reserve();
        }

        Stock stock = () -> {};
        List<String> log = new ArrayList<>();
        Consumer<String> callback = log::add;
        String rows = "";

        %s
      }
      """;

  @ParameterizedTest
  @MethodSource("blocks")
  @DisplayName("have blocks of code that compile")
  void compiles(Block block, @TempDir Path folder) throws IOException {
    List<String> problems = new ArrayList<>();
    for (String source : block.sources()) {
      problems.add(problems(source, folder));
    }

    assertThat(problems).as("%s: as any of what it may be", block).contains("");
  }

  /** What the compiler says; empty if it compiles. */
  private static String problems(String source, Path folder) throws IOException {
    Matcher type = TYPE.matcher(source);
    assertThat(type.find()).isTrue();
    Path file = Files.writeString(folder.resolve(type.group(3) + ".java"), source);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(problems, Locale.ROOT, null)) {
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  problems,
                  List.of("-proc:none", "-d", folder.toString(), "-cp", classPath()),
                  null,
                  files.getJavaFileObjects(file))
              .call();
      return compiled ? "" : problems.getDiagnostics().toString();
    }
  }

  @Test
  @DisplayName("lead only to files that are there")
  void links() throws IOException {
    for (Path guide : guides()) {
      Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)")
          .matcher(Files.readString(guide))
          .results()
          .map(link -> DOCS.resolve(link.group(1)))
          .forEach(target -> assertThat(target).as(guide.toString()).exists());
    }
  }

  static Stream<Block> blocks() throws IOException {
    return guides().stream().flatMap(DocsTest::blocks);
  }

  private static List<Path> guides() throws IOException {
    try (Stream<Path> files = Files.list(DOCS)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    }
  }

  private static Stream<Block> blocks(Path guide) {
    try {
      return Pattern.compile("(?s)```java\\R(.*?)```")
          .matcher(Files.readString(guide))
          .results()
          .map(found -> new Block(guide.getFileName().toString(), found.group(1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  record Block(String guide, String code) {
    /** A whole file, or else the members of a class, or the statements of a method. */
    List<String> sources() {
      if (TYPE.matcher(code).find()) {
        return List.of(code);
      }
      String shown = code.replaceAll("(?m)^\\.\\.\\.$", "");
      return List.of(AROUND.formatted(shown), AROUND.formatted("void shown() {\n" + shown + "\n}"));
    }

    @Override
    public String toString() {
      return guide
          + ": "
          + code.strip()
              .lines()
              .filter(line -> !line.startsWith("import"))
              .filter(line -> !line.isBlank())
              .findFirst()
              .orElse("");
    }
  }
}
