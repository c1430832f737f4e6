package org.asynclocal.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.asynclocal.conformance.Deviations.Deviation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each scenario as Node.js, but for the deviations that the guide to conformance lists. */
class ScenarioTest {
  private static final Set<String> RUN = new TreeSet<>();
  private static final Set<String> PASSED = new TreeSet<>();
  private static final Set<String> DEVIATING = new TreeSet<>();

  private final Bodies bodies = new Bodies();

  @TestFactory
  Stream<DynamicTest> scenarios() throws Exception {
    Map<String, Deviation> deviations = Deviations.listed();
    return NodeScenario.all().stream()
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.id() + ": " + scenario.steps(),
                    () -> check(scenario, deviations.get(scenario.id()))));
  }

  private void check(NodeScenario scenario, @Nullable Deviation deviation) {
    String id = scenario.id();
    assertThat(bodies.ids()).as("a method annotated @Scenario(\"%s\")", id).contains(id);
    Object observed = requireNonNull(bodies.apply(Set.of(id)).get(id));
    RUN.add(id);
    if (deviation == null) {
      assertThat(scenario.isMetBy(observed))
          .as("observed %s, Node.js %s", observed, scenario.expected())
          .isTrue();
      PASSED.add(id);
    } else {
      assertThat(deviation.node()).as("Node.js in the guide").isEqualTo(scenario.expected());
      assertThat(deviation.ours()).as("ours in the guide").isNotEqualTo(deviation.node());
      assertThat(NodeScenario.matches(deviation.ours(), observed))
          .as("observed %s, the guide says %s", observed, deviation.ours())
          .isTrue();
      DEVIATING.add(id);
    }
  }

  @Test
  void every_listed_deviation_and_every_body_belongs_to_a_scenario() throws Exception {
    Set<String> ids = NodeScenario.ids();
    assertThat(ids).containsAll(Deviations.listed().keySet()).containsAll(bodies.ids());
  }

  @AfterAll
  static void reportCounts() {
    Figures.report(
        "scenarios: %d run, %d passed, %d deviating %s",
        RUN.size(), PASSED.size(), DEVIATING.size(), DEVIATING);
  }
}
