package org.asynclocal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.asynclocal.agent.copies.CopiesRunner;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several applications in one JVM, each with a copy of the library of its own. */
class CopiesIT {
  static Stream<Jdk> jdks() {
    return Jdk.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  @DisplayName("Two applications keep their own stores in tasks that they mix on one pool")
  void applicationsKeepTheirOwnStores(Jdk jdk) throws Exception {
    ChildJvm.Output output = ChildJvm.of(jdk).withAgent().run(CopiesRunner.class, "mixed");

    assertThat(output.errors()).isEmpty();
    assertThat(output.lines()).containsExactly("100000 tasks, 0 wrong");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  @DisplayName("The class loader of an undeployed application is collected")
  void undeployedApplicationIsCollected(Jdk jdk) throws Exception {
    ChildJvm.Output output = ChildJvm.of(jdk).withAgent().run(CopiesRunner.class, "undeploy");

    assertThat(output.errors()).isEmpty();
    assertThat(output.lines()).containsExactly("50 undeployed, 0 left");
  }
}
