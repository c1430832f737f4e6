package org.asynclocal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The self-check of the packaged agent, on every JDK at hand. */
class SelfCheckIT {
  static Stream<Jdk> jdks() {
    return Jdk.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  @DisplayName("Every target of the packaged agent is in the JDK")
  void everyTargetIsInTheJdk(Jdk jdk) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    jdk.java().toString(),
                    "-cp",
                    ChildJvm.agentJar().toString(),
                    "org.asynclocal.agent.SelfCheck"))
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output).doesNotContain("missing").containsPattern("(\\d+) of \\1 targets");
  }
}
