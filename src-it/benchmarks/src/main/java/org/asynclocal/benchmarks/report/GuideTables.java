package org.asynclocal.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Renders the tables of the performance guide from the rows of a run. */
final class GuideTables {
  private static final Map<String, String> PEERS = peers();
  private static final List<String> BY_STORAGES = List.of("", " n=10", " n=100", " n=1000");
  private static final List<String> OTHERS =
      List.of(
          "nestedRun",
          "nestedRun depth=10",
          "getStore threads=8",
          "run threads=8",
          "captureWrapRun threads=8",
          "poolHandoff");

  private final Results results;
  private final Set<String> shown = new TreeSet<>();

  GuideTables(Results results) {
    this.results = results;
  }

  /** Renders the tables by the names of their places in the guide. */
  static Map<String, List<String>> of(Map<String, Results> runs) {
    GuideTables first = new GuideTables(runs.values().iterator().next());
    Map<String, List<String>> tables = new LinkedHashMap<>();
    tables.put("goals", Goals.compare(runs));
    tables.put("read and run", first.byStorages("getStore", "run"));
    tables.put("capture", first.byStorages("capture", "captureWrapRun"));
    tables.put("nesting and threads", first.byPeer(OTHERS));
    tables.put("other cases", first.rest());
    return tables;
  }

  private List<String> byStorages(String... benchmarks) {
    List<String> cases = new ArrayList<>();
    for (String benchmark : benchmarks) {
      BY_STORAGES.forEach(count -> cases.add(benchmark + count));
    }
    return byPeer(cases);
  }

  /** A line for each peer, a column for each case. */
  private List<String> byPeer(List<String> cases) {
    List<String> lines = new ArrayList<>();
    lines.add("| ns / bytes | " + String.join(" | ", cases) + " |");
    lines.add("|---" + "|---".repeat(cases.size()) + "|");
    PEERS.forEach(
        (peer, title) -> {
          List<String> cells = cases.stream().map(each -> cell(peer + "." + each)).toList();
          if (!cells.stream().allMatch("–"::equals)) {
            lines.add("| " + title + " | " + String.join(" | ", cells) + " |");
          }
        });
    return lines;
  }

  /** The cases that the other tables do not show. */
  private List<String> rest() {
    List<String> lines = new ArrayList<>(List.of("| Case | ns / bytes |", "|---|---|"));
    for (String name : results.names()) {
      if (!shown.contains(name)) {
        lines.add("| " + name + " | " + cell(name) + " |");
      }
    }
    return lines;
  }

  private String cell(String name) {
    shown.add(name);
    return results
        .row(name)
        .map(
            row ->
                String.format(
                    Locale.ROOT,
                    row.nanos() < 100 ? "%.2f / %.0f" : "%.0f / %.0f",
                    row.nanos(),
                    row.bytes()))
        .orElse("–");
  }

  private static Map<String, String> peers() {
    Map<String, String> peers = new LinkedHashMap<>();
    peers.put("AsyncLocal", "AsyncLocal");
    peers.put("OpenTelemetry", "OpenTelemetry");
    peers.put("Grpc", "gRPC");
    peers.put("Transmittable", "TransmittableThreadLocal");
    peers.put("Micrometer", "Micrometer");
    peers.put("RawThreadLocal", "`ThreadLocal`");
    peers.put("NettyFastThreadLocal", "Netty `FastThreadLocal`");
    return peers;
  }
}
