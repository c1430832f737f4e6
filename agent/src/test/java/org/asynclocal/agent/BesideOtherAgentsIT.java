package org.asynclocal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.asynclocal.agent.idioms.IdiomRunner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The agent beside OpenTelemetry's, which edits the same classes. */
class BesideOtherAgentsIT {
  @Test
  @DisplayName("No idiom is lost if OpenTelemetry's agent starts after this one")
  void keepsTheStoreBeforeOpenTelemetry() throws Exception {
    assertNoneLost(withOpenTelemetry(ChildJvm.of(Jdk.current()).withAgent()));
  }

  @Test
  @DisplayName("No idiom is lost if OpenTelemetry's agent starts before this one")
  void keepsTheStoreAfterOpenTelemetry() throws Exception {
    assertNoneLost(withOpenTelemetry(ChildJvm.of(Jdk.current())).withAgent());
  }

  private static ChildJvm withOpenTelemetry(ChildJvm child) {
    String agent =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.contains("opentelemetry-javaagent"))
            .findFirst()
            .orElseThrow();
    return child
        .withOption("-javaagent:" + agent)
        .withOption("-Dotel.traces.exporter=none")
        .withOption("-Dotel.metrics.exporter=none")
        .withOption("-Dotel.logs.exporter=none");
  }

  private static void assertNoneLost(ChildJvm child) throws Exception {
    ChildJvm.Output output = child.run(IdiomRunner.class, "asynclocal");

    assertThat(output.exit()).as(output.errors()).isZero();
    List<String> idioms = output.lines().stream().filter(line -> line.contains("\t")).toList();
    assertThat(idioms).hasSizeGreaterThan(110);
    assertThat(idioms).allMatch(line -> line.endsWith("\t" + IdiomRunner.KEPT));
  }
}
