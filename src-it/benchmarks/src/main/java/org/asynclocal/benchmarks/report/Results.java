package org.asynclocal.benchmarks.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/**
 * The rows of a run, each under the name of its case: the benchmark and those parameters that are
 * not what they are by default, as in {@code Grpc.run n=1000 threads=8}.
 */
public final class Results {
  private static final Set<String> DEFAULTS = Set.of("1", "None", "off");

  private static final String CSV_HEAD = "case,ns,bytes";

  private final Map<String, Row> rows = new TreeMap<>();

  /** Adds a row; of two for one case the least figures count. */
  public void add(String name, Row row) {
    rows.merge(name, row, Row::least);
  }

  Optional<Row> row(String name) {
    return Optional.ofNullable(rows.get(name));
  }

  Set<String> names() {
    return rows.keySet();
  }

  /** All rows as a table in Markdown. */
  String table() {
    StringBuilder table = new StringBuilder("| case | ns | bytes |\n|---|---|---|\n");
    rows.forEach(
        (name, row) ->
            table.append(
                String.format(
                    Locale.ROOT, "| %s | %.2f | %.0f |%n", name, row.nanos(), row.bytes())));
    return table.toString();
  }

  /** Writes all rows as CSV, which {@link #parse} reads. */
  List<String> csv() {
    List<String> lines = new ArrayList<>(List.of(CSV_HEAD));
    rows.forEach(
        (name, row) ->
            lines.add(String.format(Locale.ROOT, "%s,%.2f,%.0f", name, row.nanos(), row.bytes())));
    return lines;
  }

  static Results parse(List<String> csv) {
    Results results = new Results();
    for (String line : csv.subList(1, csv.size())) {
      String[] cells = line.split(",", -1);
      results.add(cells[0], new Row(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
    }
    return results;
  }

  static Results of(Collection<RunResult> runs) {
    Results results = new Results();
    for (RunResult run : runs) {
      String name = name(run.getParams());
      for (BenchmarkResult fork : run.getBenchmarkResults()) {
        for (IterationResult iteration : fork.getIterationResults()) {
          results.add(name, new Row(iteration.getPrimaryResult().getScore(), bytes(iteration)));
        }
      }
    }
    return results;
  }

  private static double bytes(IterationResult iteration) {
    for (String name : iteration.getSecondaryResults().keySet()) {
      if (name.endsWith("gc.alloc.rate.norm")) {
        return iteration.getSecondaryResults().get(name).getScore();
      }
    }
    return Double.NaN;
  }

  private static String name(BenchmarkParams params) {
    String full = params.getBenchmark();
    int type = full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1;
    Map<String, String> given = new TreeMap<>();
    params.getParamsKeys().forEach(key -> given.put(key, params.getParam(key)));
    given.put("threads", String.valueOf(params.getThreads()));
    StringBuilder name = new StringBuilder(full.substring(type));
    given.forEach(
        (key, value) -> {
          if (!DEFAULTS.contains(value)) {
            name.append(' ').append(key).append('=').append(value);
          }
        });
    return name.toString();
  }
}
