package org.asynclocal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.asynclocal.AsyncLocalStorage;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final MeterRegistry REGISTRY = new SimpleMeterRegistry();

  @Test
  void the_registry_of_an_application_has_the_counters_until_it_ends() {
    try (Application application = Application.of(Registries.class)) {
      assertThat(REGISTRY.getMeters())
          .extracting(Meter::getId)
          .extracting(Meter.Id::getName)
          .containsExactlyInAnyOrder("asynclocal.captured", "asynclocal.lost", "asynclocal.leaked");
      double before = captured();
      AsyncLocalStorage.snapshot();
      assertThat(captured() - before).isEqualTo(1);
      assertThat(application).isNotNull();
    }

    assertThat(REGISTRY.getMeters()).isEmpty();
  }

  private static double captured() {
    return REGISTRY.get("asynclocal.captured").functionCounter().count();
  }

  @ApplicationScoped
  static class Registries {
    @Produces
    MeterRegistry registry() {
      return REGISTRY;
    }
  }
}
