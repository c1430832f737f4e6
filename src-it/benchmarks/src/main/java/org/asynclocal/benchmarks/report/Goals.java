package org.asynclocal.benchmarks.report;

import static org.asynclocal.benchmarks.report.Goal.bytes;
import static org.asynclocal.benchmarks.report.Goal.moreBytes;
import static org.asynclocal.benchmarks.report.Goal.moreNanos;
import static org.asynclocal.benchmarks.report.Goal.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The goals, and whether a run meets them. */
final class Goals {
  private static final String OURS = "AsyncLocal.";
  private static final List<String> CONTEXT_PEERS =
      List.of("OpenTelemetry", "Grpc", "Transmittable");

  /** Carries thread locals, and so has no storages of its own to read and run with. */
  private static final String CARRIER = "Micrometer";

  /** Two runs of one case differ by as much: what is less than this faster is not. */
  private static final double NOISE = 0.03;

  /** Nothing may grow faster than the logarithm of n. */
  private static final double LOG_1000 = 10;

  private static final List<Goal> ALL =
      List.of(
          times(1, "getStore / ThreadLocal.get", 1.5, OURS + "getStore", "RawThreadLocal.getStore"),
          times(
              1,
              "getStore n=100 / ThreadLocal.get",
              1.5,
              OURS + "getStore n=100",
              "RawThreadLocal.getStore n=100"),
          times(
              1,
              "getStore n=1000 / ThreadLocal.get",
              1.5,
              OURS + "getStore n=1000",
              "RawThreadLocal.getStore n=1000"),
          times(
              1, "getStore n=1000 / gRPC", 0.25, OURS + "getStore n=1000", "Grpc.getStore n=1000"),
          times(2, "run / gRPC", 0.5, OURS + "run", "Grpc.run"),
          bytes(2, "run, bytes", 32, OURS + "run"),
          times(2, "run n=1000 / gRPC", 1, OURS + "run n=1000", "Grpc.run n=1000"),
          bytes(2, "run n=1000, bytes", 32, OURS + "run n=1000"),
          times(3, "capture / ThreadLocal.get", 1, OURS + "capture", "RawThreadLocal.getStore"),
          bytes(3, "capture, bytes", 0, OURS + "capture"),
          times(3, "capture n=1000 / n=1", 1.1, OURS + "capture n=1000", OURS + "capture"),
          times(
              4,
              "captureWrapRun / OpenTelemetry",
              0.85,
              OURS + "captureWrapRun",
              "OpenTelemetry.captureWrapRun"),
          bytes(4, "captureWrapRun, bytes", 24, OURS + "captureWrapRun"),
          times(
              4,
              "captureWrapRun n=1000 / n=1",
              1.1,
              OURS + "captureWrapRun n=1000",
              OURS + "captureWrapRun"),
          times(
              6,
              "SmallRye / a plain provider",
              0.75,
              "SmallRyeExecutor.execute providers=AsyncLocal",
              "SmallRyeExecutor.execute providers=Slow"),
          times(
              6,
              "SmallRye with CDI / a fast provider",
              0.9,
              "SmallRyeExecutor.execute providers=AsyncLocal+CDI",
              "SmallRyeExecutor.execute providers=Fast+CDI"),
          times(
              7,
              "task on a fixed pool / the bare pool",
              1.3,
              OURS + "poolHandoff",
              "BareExecutor.poolHandoff"),
          moreBytes(
              8,
              "virtual thread, additional bytes",
              184,
              "VirtualThreads.bound",
              "VirtualThreads.bare"),
          times(8, "virtual thread / bare", 1.1, "VirtualThreads.bound", "VirtualThreads.bare"),
          moreNanos(9, "hooks off, ns per check", 0.2, "Hooks.check", "Hooks.nothing"),
          times(
              10,
              "getStore on an event loop, in a scope / ThreadLocal.get",
              3,
              "EventLoop.getStore bound=scope",
              "EventLoop.threadLocal bound=scope"),
          times(
              10,
              "getStore on an event loop, entered / ThreadLocal.get",
              3,
              "EventLoop.getStore bound=entered",
              "EventLoop.threadLocal bound=entered"),
          times(11, "getStore n=1000 / n=1", LOG_1000, OURS + "getStore n=1000", OURS + "getStore"),
          times(11, "run n=1000 / n=1", LOG_1000, OURS + "run n=1000", OURS + "run"),
          times(11, "10 nested runs / 1", 2 * 10, OURS + "nestedRun depth=10", OURS + "nestedRun"),
          times(
              11,
              "a chain of 100 stages / of 10",
              2 * 10,
              "SmallRyeExecutor.chain providers=AsyncLocal stages=100",
              "SmallRyeExecutor.chain providers=AsyncLocal stages=10"));

  private Goals() {}

  /** The goals as a table in Markdown, and where a peer is faster. */
  static String report(Results results) {
    List<String> lines = new ArrayList<>();
    lines.add("| # | figure | goal: at most | this run | |");
    lines.add("|---|---|---|---|---|");
    ALL.forEach(goal -> lines.add(goal.line(results)));
    lines.add("");
    List<String> behind = behind(results);
    lines.add(
        behind.isEmpty()
            ? "No context peer is faster in any case measured, by more than two runs differ (3 %)."
            : "Cases in which a context peer is faster, by more than two runs differ (3 %):");
    lines.addAll(behind);
    return String.join("\n", lines) + "\n";
  }

  /** Renders the goals with the figures of several runs, by the runs' names. */
  static List<String> compare(Map<String, Results> runs) {
    List<String> lines = new ArrayList<>();
    lines.add("| # | Figure | Goal: at most | " + String.join(" | ", runs.keySet()) + " |");
    lines.add("|---|---|---" + "|---".repeat(runs.size()) + "|");
    ALL.forEach(goal -> lines.add(goal.line(runs.values())));
    return lines;
  }

  private static List<String> behind(Results results) {
    List<String> behind = new ArrayList<>();
    for (String name : results.names()) {
      if (name.startsWith(OURS)) {
        String rest = name.substring(OURS.length());
        CONTEXT_PEERS.forEach(peer -> behind(results, rest, peer).ifPresent(behind::add));
        if (!rest.startsWith("getStore") && !rest.matches("(nestedR|r)un.*")) {
          behind(results, rest, CARRIER).ifPresent(behind::add);
        }
      }
    }
    return behind;
  }

  private static Optional<String> behind(Results results, String rest, String peer) {
    double ours = results.row(OURS + rest).orElseThrow().nanos();
    return results
        .row(peer + "." + rest)
        .map(Row::nanos)
        .filter(theirs -> theirs < ours * (1 - NOISE))
        .map(
            theirs ->
                String.format(Locale.ROOT, "- %s: %.2f ns, %s %.2f ns", rest, ours, peer, theirs));
  }
}
