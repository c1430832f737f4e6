package org.asynclocal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asynclocal.strict.StrictMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  @AfterEach
  void nothing_is_configured() {
    System.clearProperty("asynclocal.boundary");
    System.clearProperty("asynclocal.strict");
    StrictMode.disable();
  }

  @Test
  void a_value_that_can_not_be_read_stops_the_deployment() {
    System.setProperty("asynclocal.boundary", "off");

    assertThatThrownBy(() -> Application.of(ConfigurationTest.class).close())
        .hasMessageContainingAll("ASYNCLOCAL-070", "'asynclocal.boundary'", "'off'");
  }

  @Test
  void strict_mode_is_on_while_the_application_runs() {
    System.setProperty("asynclocal.strict", "true");

    Application application = Application.of(ConfigurationTest.class);
    boolean enabled = StrictMode.isEnabled();
    application.close();

    assertThat(enabled).isTrue();
    assertThat(StrictMode.isEnabled()).as("afterwards").isFalse();
  }
}
