package org.asynclocal.stress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.JCStress;

@DisplayName("A forbidden result")
class ForbiddenIT {
  @Test
  @DisplayName("fails the build")
  void fails() throws Exception {
    JCStress forbidden =
        Jcstress.of("AlwaysForbidden$", "-sc false -time 10 -iters 1 -jvmArgs -Xint");
    assertThatThrownBy(forbidden::run)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Observed forbidden state: 1");
  }
}
