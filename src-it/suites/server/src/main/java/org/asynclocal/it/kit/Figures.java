package org.asynclocal.it.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/** Figures of long tests, a line each in a file of the build. */
final class Figures {
  private static final Path FILE = Path.of("target", "reliability.txt");

  private Figures() {}

  static void report(String format, Object... arguments) throws IOException {
    Files.write(
        FILE,
        List.of(String.format(Locale.ROOT, format, arguments)),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
