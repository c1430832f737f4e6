package org.asynclocal.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A block of Java code of a guide.
 *
 * @param guide the guide's file name
 * @param number 1 for the first of the guide
 * @param code what is shown
 */
record Block(String guide, int number, String code) {
  static final Path DOCS = Path.of("../../../docs");

  private static final Pattern TYPE =
      Pattern.compile("(?m)^(public |final )*(class|record|interface|enum) (\\w+)");

  /** The declarations around a block that shows members or statements alone. */
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
        String rows = "rows";

        %s
      }
      """;

  /** The README and the pages under docs. */
  static List<Path> guides() throws IOException {
    try (Stream<Path> files = Files.list(DOCS)) {
      return Stream.concat(
              Stream.of(DOCS.resolveSibling("README.md")),
              files.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  static Stream<Block> all() throws IOException {
    return guides().stream().flatMap(Block::of);
  }

  private static Stream<Block> of(Path guide) {
    try {
      List<String> found =
          Pattern.compile("(?s)```java\\R(.*?)```")
              .matcher(Files.readString(guide))
              .results()
              .map(block -> block.group(1))
              .toList();
      return IntStream.range(0, found.size())
          .mapToObj(i -> new Block(guide.getFileName().toString(), i + 1, found.get(i)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String id() {
    return guide + " " + number;
  }

  /** A whole file, or else the members of a class, or the statements of a method. */
  List<String> sources() {
    if (TYPE.matcher(code).find()) {
      return List.of(code);
    }
    String shown = code.replaceAll("(?m)^\\.\\.\\.$", "new AsyncResource(\"WORK\");");
    return List.of(AROUND.formatted(shown), AROUND.formatted("void shown() {\n" + shown + "\n}"));
  }

  /** The name of the first type in a source, which names its file. */
  static String typeOf(String source) {
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      throw new IllegalArgumentException("declares no type: " + source);
    }
    return type.group(3);
  }

  @Override
  public String toString() {
    return id()
        + ": "
        + code.strip()
            .lines()
            .filter(line -> !line.startsWith("import"))
            .filter(line -> !line.isBlank())
            .findFirst()
            .orElse("");
  }
}
