package org.asynclocal.it.concurrency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The deployment guide's table: a row for each way, a column for each server. */
final class GuideTable {
  /** The system property with the deployment guide's file. */
  static final String GUIDE = "asynclocal.it.guide";

  private static final String CORNER = "What runs the work";

  private final List<List<String>> rows;

  private GuideTable(List<List<String>> rows) {
    this.rows = rows;
  }

  static GuideTable read() throws IOException {
    String guide = System.getProperty(GUIDE);
    if (guide == null) {
      throw new IllegalStateException("Set the system property " + GUIDE);
    }
    List<List<String>> rows =
        Files.readAllLines(Path.of(guide)).stream()
            .dropWhile(line -> !line.startsWith("| " + CORNER + " |"))
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
            .toList();
    if (rows.isEmpty()) {
      throw new IllegalStateException(guide + " has no table '" + CORNER + "'");
    }
    return new GuideTable(rows);
  }

  String cell(Way way, String server) {
    int column = rows.get(0).indexOf(server);
    return rows.stream()
        .filter(row -> row.get(0).equals(way.row))
        .findFirst()
        .filter(row -> column > 0)
        .map(row -> row.get(column))
        .orElseThrow(
            () -> new IllegalStateException("The table has no " + way.row + " on " + server));
  }
}
