package org.asynclocal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.asynclocal.agent.idioms.RetentionRunner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Things that the first request makes and all others use must not hold that request's values. */
class RetentionIT {
  static Stream<Jdk> jdks() {
    return Jdk.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  @DisplayName("Pools, timers, connections and threads made by a request do not hold its values")
  void nothingIsHeld(Jdk jdk) throws Exception {
    ChildJvm.Output output = ChildJvm.of(jdk).withAgent().run(RetentionRunner.class, "asynclocal");

    assertThat(output.errors()).isEmpty();
    List<String> cases = output.lines();
    assertThat(cases).hasSizeGreaterThan(20);
    assertThat(cases).allMatch(line -> line.endsWith("\t" + RetentionRunner.RELEASED));
  }
}
