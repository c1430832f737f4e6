package org.asynclocal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.weld.util.Bindings;
import org.junit.jupiter.api.Test;

class WeldVersionTest {
  @Test
  void the_tests_run_on_the_weld_that_the_build_names() {
    assertThat(Bindings.class.getPackage().getImplementationVersion())
        .isEqualTo(System.getProperty("weld.version"));
  }
}
