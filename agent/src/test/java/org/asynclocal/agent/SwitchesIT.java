package org.asynclocal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import org.asynclocal.agent.idioms.IdiomRunner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The configuration of the agent. */
class SwitchesIT {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "threads, a subclass of Thread",
    "executors, execute(FutureTask)",
    "fork-join, ForkJoinPool.execute(Runnable)",
    "futures, applyToEither",
    "timers, 'Timer.schedule(task, date)'",
    "channels, AsynchronousFileChannel.read(handler)",
    "http, HttpClient.sendAsync(..) with a subscriber to the body",
    "flow, SubmissionPublisher.consume(consumer)",
  })
  @DisplayName("A kind of handoff that is switched off loses the store, as its edits are needed")
  void switchedOffKindLosesTheStore(String kind, String idiom) throws Exception {
    ChildJvm.Output output =
        ChildJvm.of(Jdk.current())
            .withOption("-javaagent:" + ChildJvm.agentJar() + "=" + kind + "=false")
            .run(IdiomRunner.class, "asynclocal", idiom);

    assertThat(output.errors()).doesNotContain("AsyncLocal agent:");
    assertThat(output.lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).doesNotEndWith(IdiomRunner.KEPT));
  }

  @Test
  @DisplayName("An agent that is switched off changes nothing")
  void disabledAgentDoesNothing() throws Exception {
    ChildJvm.Output output =
        ChildJvm.of(Jdk.current())
            .withOption("-Dasynclocal.agent.enabled=false")
            .withAgent()
            .run(IdiomRunner.class, "asynclocal", "thenApplyAsync");

    assertThat(output.errors()).isEmpty();
    assertThat(output.lines())
        .allSatisfy(line -> assertThat(line).doesNotEndWith(IdiomRunner.KEPT));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "org.asynclocal.agent.idioms.ThreadIdioms, false",
    "org.asynclocal.agent.idioms.ThreadIdioms.jo, false",
    "org.asynclocal.agent.idioms.ThreadIdioms.other, true",
    "org.asynclocal.agent.idioms.IdiomRunner, true",
  })
  @DisplayName("A thread that an excluded class starts has no store; one that it only runs has it")
  void excludedClassStartsThreadsWithoutStore(String excluded, boolean kept) throws Exception {
    ChildJvm.Output output =
        ChildJvm.of(Jdk.current())
            .withOption("-Dasynclocal.agent.exclude=" + excluded)
            .withAgent()
            .run(IdiomRunner.class, "asynclocal", "a subclass of Thread");

    assertThat(output.lines()).hasSize(1);
    assertThat(output.lines().get(0).endsWith(IdiomRunner.KEPT)).isEqualTo(kept);
  }

  @Test
  @DisplayName("A value that is not understood is reported in one line, and the default holds")
  void valueThatIsNotUnderstoodIsReported() throws Exception {
    ChildJvm.Output output =
        ChildJvm.of(Jdk.current())
            .withOption("-Dasynclocal.agent.timers=perhaps")
            .withOption("-Dasynclocal.agent.long-delay-ms=-1")
            .withAgent()
            .run(IdiomRunner.class, "asynclocal", "Timer.schedule(task, date)");

    assertThat(output.errors().lines())
        .containsExactlyInAnyOrder(
            "AsyncLocal agent: asynclocal.agent.timers=perhaps is not understood, true is used",
            "AsyncLocal agent: asynclocal.agent.long-delay-ms=-1 is not understood, 1000 is used");
    assertThat(output.lines()).allMatch(line -> line.endsWith(IdiomRunner.KEPT));
  }
}
