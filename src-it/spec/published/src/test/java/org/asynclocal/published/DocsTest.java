package org.asynclocal.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The guides")
class DocsTest {
  /** Programs that run a block and check what it does. Each says in its first line which. */
  private static final Path PROGRAMS = Path.of("src/test/guides");

  /** A container does not make proxies for beans without one. */
  private static final String PACKAGE = "package guide;\n";

  /** Run by other tests: ReadmeTest, and on a server RelayIT and those of transactions. */
  private static final Set<String> RUN_ELSEWHERE =
      Set.of(
          "README.md 1",
          "remote-calls.md 1",
          "transactions.md 1",
          "transactions.md 2",
          "transactions.md 3");

  /** Jars whose start-up needs a server, or their classes in a build without jars. */
  private static final Pattern OF_SERVERS =
      Pattern.compile(
          ".*(asynclocal-(server|quarkus)-|cdi-integration/(server|quarkus)/target/classes"
              + "|smallrye-context-propagation-cdi).*");

  @ParameterizedTest
  @MethodSource("blocks")
  @DisplayName("have blocks of code that compile")
  void compiles(Block block, @TempDir Path folder) throws IOException {
    List<String> problems = new ArrayList<>();
    for (String source : block.sources()) {
      problems.add(Compilation.problems(folder, source));
    }

    assertThat(problems).as("%s: as any of what it may be", block).contains("");
  }

  @ParameterizedTest
  @MethodSource("programs")
  @DisplayName("have blocks of code that do what the text says")
  void runs(Path program, @TempDir Path folder) throws Exception {
    String source = Files.readString(program);
    String id = blockOf(program);
    Block block = Block.all().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    List<String> problems = new ArrayList<>();
    for (String shown : block.sources()) {
      problems.add(Compilation.problems(folder, PACKAGE + shown, PACKAGE + source));
    }
    assertThat(problems).contains("");

    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = loader(folder)) {
      thread.setContextClassLoader(loader);
      Class<?> type = loader.loadClass("guide." + Block.typeOf(source));
      assertThatCode(
              () -> type.getMethod("main", String[].class).invoke(null, (Object) new String[0]))
          .doesNotThrowAnyException();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  @DisplayName("have no block of code that nothing runs")
  void allRun() throws IOException {
    Set<String> run = new TreeSet<>(RUN_ELSEWHERE);
    for (Path program : programs().toList()) {
      run.add(blockOf(program));
    }

    assertThat(run).containsExactlyElementsOf(new TreeSet<>(Block.all().map(Block::id).toList()));
  }

  @Test
  @DisplayName("have no broken link")
  void links() throws IOException {
    for (Path guide : Block.guides()) {
      Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)")
          .matcher(Files.readString(guide))
          .results()
          .map(link -> guide.resolveSibling(link.group(1)))
          .forEach(target -> assertThat(target).as(guide.toString()).exists());
    }
  }

  static Stream<Block> blocks() throws IOException {
    return Block.all();
  }

  static Stream<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(PROGRAMS)) {
      return files.sorted().toList().stream();
    }
  }

  private static String blockOf(Path program) throws IOException {
    return Files.readAllLines(program).get(0).replace("// ", "");
  }

  /** The application's classes, apart from those of the test. */
  private static URLClassLoader loader(Path folder) throws MalformedURLException {
    List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
    for (String entry : Compilation.classPath().split(File.pathSeparator, -1)) {
      if (!OF_SERVERS.matcher(entry).matches()) {
        urls.add(Path.of(entry).toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }
}
