package org.asynclocal.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.asynclocal.contract.MutantLoader;
import org.asynclocal.contract.Mutation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios with one mechanism of the library taken out: they have to notice. */
class MutationTest {
  private static final String CONTEXT = "org.asynclocal.internal.context.";
  private static final Set<String> PACKAGES =
      Set.of(
          "org.asynclocal",
          "org.asynclocal.internal.binding",
          "org.asynclocal.internal.config",
          "org.asynclocal.internal.context",
          "org.asynclocal.internal.hook",
          "org.asynclocal.hooks",
          "org.asynclocal.microprofile",
          "org.asynclocal.server.internal.executor",
          "org.asynclocal.conformance");

  @Test
  void without_the_restore_of_run_at_least_ten_scenarios_are_red() throws Exception {
    Set<String> red = redWith(Mutation.emptied(CONTEXT + "CurrentContext", "endBinding"));
    Figures.report("without the restore of run: %d red %s", red.size(), red);
    assertThat(red).hasSizeGreaterThanOrEqualTo(10);
  }

  static Stream<Arguments> mechanisms() {
    return Stream.of(
        Arguments.of(
            "the restore of a replay",
            Mutation.emptied(CONTEXT + "ContextFrame", "end"),
            Set.of("bind-06", "bind-07", "bind-09", "snap-03", "snap-06")),
        Arguments.of(
            "the restore of a scope",
            Mutation.emptied(CONTEXT + "ThreadScope", "end"),
            Set.of("scope-03", "scope-05")),
        Arguments.of(
            "the mark that something replaced what an operation runs with",
            Mutation.emptied(CONTEXT + "ContextFrame", "markReplaced"),
            Set.of("enter-05")),
        Arguments.of(
            "the mark that something is open",
            Mutation.emptied(CONTEXT + "ContextFrame", "isOpened"),
            Set.of("scope-03")),
        Arguments.of(
            "our provider",
            Mutation.emptied(
                "org.asynclocal.microprofile.AsyncLocalContextProvider", "currentContext"),
            Set.of("enter-01", "prop-04", "prop-06", "prop-17", "prop-32", "run-16")),
        Arguments.of(
            "the binding of callbacks",
            Mutation.emptied(CONTEXT + "ContextFrame", "capture"),
            Set.of("bind-08", "prop-05", "prop-22", "prop-27", "snap-04")),
        Arguments.of(
            "disable",
            Mutation.emptied("org.asynclocal.AsyncLocalStorage", "disable"),
            Set.of("disable-05", "disable-06")));
  }

  @ParameterizedTest(name = "without {0}")
  @MethodSource("mechanisms")
  void scenarios_notice(String mechanism, Mutation mutation, Set<String> atLeast) throws Exception {
    Set<String> red = redWith(mutation);
    Figures.report("without %s: %d red %s", mechanism, red.size(), red);
    assertThat(red).containsAll(atLeast);
  }

  @Test
  void loaded_anew_without_a_mutation_the_scenarios_observe_the_same() throws Exception {
    assertThat(redWith(null)).isEmpty();
  }

  private static Set<String> redWith(@Nullable Mutation mutation) throws Exception {
    Set<String> deviating = Deviations.listed().keySet();
    Map<String, NodeScenario> scenarios = new TreeMap<>();
    for (NodeScenario scenario : NodeScenario.ofStorages()) {
      if (!deviating.contains(scenario.id())) {
        scenarios.put(scenario.id(), scenario);
      }
    }
    Map<String, Object> observed = bodiesWith(mutation).apply(scenarios.keySet());
    scenarios.values().removeIf(scenario -> scenario.isMetBy(observed.get(scenario.id())));
    return scenarios.keySet();
  }

  @SuppressWarnings("unchecked") // the class is Bodies, of another class loader
  private static Function<Set<String>, Map<String, Object>> bodiesWith(@Nullable Mutation mutation)
      throws ReflectiveOperationException {
    ClassLoader loader = new MutantLoader(MutationTest.class.getClassLoader(), PACKAGES, mutation);
    return (Function<Set<String>, Map<String, Object>>)
        loader.loadClass(Bodies.class.getName()).getConstructor().newInstance();
  }
}
