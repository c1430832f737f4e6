package org.asynclocal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.asynclocal.agent.events.EventsRunner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hooks see the handoffs of code that wraps nothing. */
class EventsIT {
  static Stream<Jdk> jdks() {
    return Jdk.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  @DisplayName("Futures, tasks and timers are resources, from their creation to their end")
  void plainHandoffsAreResources(Jdk jdk) throws Exception {
    ChildJvm.Output output = ChildJvm.of(jdk).withAgent().run(EventsRunner.class);

    assertThat(output.errors()).isEmpty();
    assertThat(output.lines())
        .containsExactly(
            "future init:PROMISE before promiseResolve after destroy",
            "task init:TASK before after destroy",
            "thread init:THREAD before after destroy",
            "timer init:TIMER before after destroy",
            "attribute value",
            "quiet true");
  }
}
