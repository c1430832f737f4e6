package org.asynclocal.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GoalsTest {
  private final Results results = new Results();

  @Test
  @DisplayName("a goal is met up to its bound, and not beyond")
  void met_up_to_the_bound() {
    results.add("RawThreadLocal.getStore", new Row(2, 0));
    results.add("AsyncLocal.getStore", new Row(3, 0));
    assertThat(Goals.report(results))
        .contains("| 1 | getStore / ThreadLocal.get | 1.50 | 1.50 | met |");

    Results slower = new Results();
    slower.add("RawThreadLocal.getStore", new Row(2, 0));
    slower.add("AsyncLocal.getStore", new Row(3.1, 0));
    assertThat(Goals.report(slower)).contains("| 1.50 | 1.55 | not met |");
  }

  @Test
  @DisplayName("what was not measured is neither met nor missed")
  void not_measured() {
    assertThat(Goals.report(results))
        .contains("| 7 | task on a fixed pool / the bare pool | 1.30 | - | not measured |")
        .doesNotContain("| met |", "| not met |");
  }

  @Test
  @DisplayName("bytes are held against their bound, and against the other's")
  void bytes() {
    results.add("AsyncLocal.run", new Row(1, 32));
    results.add("VirtualThreads.bare", new Row(1, 400));
    results.add("VirtualThreads.bound", new Row(1, 600));
    assertThat(Goals.report(results))
        .contains("| 2 | run, bytes | 32.00 | 32.00 | met |")
        .contains("| 8 | virtual thread, additional bytes | 184.00 | 200.00 | not met |");
  }

  @Test
  @DisplayName("of several forks the least figures count that were measured")
  void the_least_counts() {
    results.add("AsyncLocal.run", new Row(10, Double.NaN));
    results.add("AsyncLocal.run", new Row(9, 32));
    results.add("AsyncLocal.run", new Row(7, 40));
    results.add("AsyncLocal.run", new Row(8, Double.NaN));
    assertThat(results.row("AsyncLocal.run")).contains(new Row(7, 32));
  }

  @Test
  @DisplayName("a context peer that is faster is named, a thread local is not")
  void names_faster_peers() {
    results.add("AsyncLocal.capture n=10", new Row(2, 0));
    results.add("Grpc.capture n=10", new Row(1.5, 0));
    results.add("OpenTelemetry.capture n=10", new Row(2.5, 0));
    results.add("RawThreadLocal.capture n=10", new Row(1, 0));
    assertThat(Goals.report(results))
        .contains("- capture n=10: 2.00 ns, Grpc 1.50 ns")
        .doesNotContain("- capture n=10: 2.00 ns, OpenTelemetry", "- capture n=10: 2.00 ns, Raw");
  }

  @Test
  @DisplayName("a context peer that is faster by less than two runs differ is not named")
  void as_fast_within_noise() {
    results.add("AsyncLocal.capture", new Row(2, 0));
    results.add("Grpc.capture", new Row(1.96, 0));
    results.add("OpenTelemetry.capture", new Row(1.9, 0));
    assertThat(Goals.report(results))
        .contains("- capture: 2.00 ns, OpenTelemetry 1.90 ns")
        .doesNotContain("Grpc 1.96 ns");
  }
}
