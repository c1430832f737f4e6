package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.Observation;
import jakarta.inject.Inject;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("The counters in an application's registry of Micrometer")
class MetricsIT {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("metrics");

  @Inject Executors executors;
  @Inject MeterRegistry registry;

  @Deployment
  static WebArchive war() {
    return Wars.configured(
        Wars.withTests("metrics", Executors.class, Metered.class)
            .addAsLibraries(
                Wars.jarOf(MeterRegistry.class),
                Wars.jarOf(Observation.class),
                Wars.jarOf(KeyValue.class)),
        "asynclocal.strict=true");
  }

  @Test
  @DisplayName("count a capture for each task, and the server's own where it makes one besides")
  void captured() throws Exception {
    double before = count("captured");
    for (int i = 0; i < 10; i++) {
      assertThat(STORE.call("a", () -> Waiting.get(executors.plain.supplyAsync(STORE::getStore))))
          .isEqualTo("a");
    }

    assertThat(count("captured") - before).isGreaterThanOrEqualTo(10);
  }

  @Test
  @DisplayName("count a store that a bare thread lost, and one that was entered there and stays")
  void found() throws Exception {
    double lost = count("lost");
    double leaked = count("leaked");

    Thread bare = STORE.call("a", () -> new Thread(MetricsIT::loseAndLeave));
    bare.start();
    Waiting.join(bare);

    assertThat(count("lost") - lost).isEqualTo(1);
    assertThat(count("leaked") - leaked).isEqualTo(1);
  }

  private static void loseAndLeave() {
    STORE.getStore();
    STORE.enterWith("left");
  }

  private double count(String name) {
    return registry.get("asynclocal." + name).functionCounter().count();
  }
}
