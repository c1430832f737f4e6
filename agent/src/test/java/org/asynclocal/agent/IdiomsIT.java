package org.asynclocal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asynclocal.agent.idioms.IdiomRunner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the idioms of everyday code in a JVM with the agent, and in one without it. */
class IdiomsIT {
  static Stream<Jdk> jdks() {
    return Jdk.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  @DisplayName("With the agent, every idiom keeps the store and leaves nothing behind")
  void everyIdiomKeepsTheStore(Jdk jdk) throws Exception {
    ChildJvm.Output output = ChildJvm.of(jdk).withAgent().run(IdiomRunner.class, "asynclocal");

    assertThat(output.exit()).as(output.errors()).isZero();
    assertThat(output.errors()).doesNotContain("AsyncLocal agent:");
    Map<String, String> results = results(output.lines());
    assertThat(results).hasSizeGreaterThan(jdk.version() < 21 ? 110 : 120);
    assertThat(results.entrySet())
        .allSatisfy(
            idiom -> assertThat(idiom.getValue()).as(idiom.getKey()).isEqualTo(IdiomRunner.KEPT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  @DisplayName("With the agent, libraries that hand work over keep the store too")
  void librariesKeepTheStore(Jdk jdk) throws Exception {
    ChildJvm.Output output =
        ChildJvm.of(jdk).withAgent().run(IdiomRunner.class, "asynclocal", IdiomRunner.LIBRARIES);

    assertAllKeepTheStore(output, 19);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  @DisplayName("A timer's task keeps its store when it is cancelled or scheduled again meanwhile")
  void timersKeepTheStoreInRaces(Jdk jdk) throws Exception {
    ChildJvm.Output output =
        ChildJvm.of(jdk).withAgent().run(IdiomRunner.class, "asynclocal", IdiomRunner.RACES);

    assertAllKeepTheStore(output, 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  @DisplayName("Without the agent, the same idioms lose the store")
  void idiomsLoseTheStoreWithoutAgent(Jdk jdk) throws Exception {
    ChildJvm.Output output = ChildJvm.of(jdk).run(IdiomRunner.class, "asynclocal");

    assertThat(output.exit()).as(output.errors()).isZero();
    Map<String, String> results = results(output.lines());
    List<String> kept =
        results.entrySet().stream()
            .filter(idiom -> idiom.getValue().equals(IdiomRunner.KEPT))
            .map(Map.Entry::getKey)
            .toList();
    // The parallel ones: whether a worker takes part is a matter of chance.
    assertThat(kept).as("kept").hasSizeLessThan(15);
  }

  private static void assertAllKeepTheStore(ChildJvm.Output output, int count) {
    assertThat(output.exit()).as(output.errors()).isZero();
    Map<String, String> results = results(output.lines());
    assertThat(results).hasSize(count);
    assertThat(results.entrySet())
        .allSatisfy(
            idiom -> assertThat(idiom.getValue()).as(idiom.getKey()).isEqualTo(IdiomRunner.KEPT));
  }

  private static Map<String, String> results(List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("\t"))
        .map(line -> line.split("\t", 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, two) -> two + one));
  }
}
