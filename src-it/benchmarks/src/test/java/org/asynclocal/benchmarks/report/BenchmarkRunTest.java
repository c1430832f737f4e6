package org.asynclocal.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarkRunTest {
  private static final OutputFormat SILENT =
      OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

  private final BenchmarkRun run = new BenchmarkRun(BenchmarkRun.ALL, 1, "");

  @Test
  @DisplayName("every group of cases that a run measures has a benchmark")
  void groupsHaveBenchmarks() {
    assertThat(groups()).allSatisfy(group -> assertThat(found(group)).as(group).isNotEmpty());
  }

  @Test
  @DisplayName("every benchmark belongs to a group of cases that a run measures")
  void benchmarksAreRun() {
    Set<String> measured = new TreeSet<>();
    groups().forEach(group -> measured.addAll(found(group)));

    assertThat(found(".*")).isSubsetOf(measured);
  }

  private List<String> groups() {
    List<String> groups = new ArrayList<>();
    run.cases().forEach(cases -> groups.addAll(patterns(cases.build())));
    groups.addAll(patterns(run.casesOnQuarkus().build()));
    return groups;
  }

  private static List<String> patterns(Options options) {
    return options.getIncludes();
  }

  private static Set<String> found(String pattern) {
    Set<String> names = new TreeSet<>();
    for (BenchmarkListEntry entry :
        BenchmarkList.defaultList().find(SILENT, List.of(pattern), List.of())) {
      names.add(entry.getUsername());
    }
    return names;
  }
}
