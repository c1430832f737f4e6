package org.asynclocal.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.Reports;
import org.asynclocal.Scope;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.asynclocal.strict.StrictMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The counters of a meter registry")
class StoreMetricsTest {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("metrics");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final StoreMetrics metrics = new StoreMetrics();

  @BeforeEach
  void bind() {
    metrics.bindTo(registry);
  }

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  @DisplayName("count each context that is captured, by any provider")
  void captured() {
    double before = count("captured");
    AsyncLocalStorage.snapshot();
    AsyncLocalStorage.bindRunnable(() -> {});
    var unused = new AsyncLocalContextProvider().currentContext(Map.of());

    assertThat(count("captured") - before).isEqualTo(3);
  }

  @Test
  @DisplayName("count what strict mode finds lost and leaked, each apart")
  void found() {
    double lost = count("lost");
    double leaked = count("leaked");
    StrictMode.enable();
    try (Reports reports = new Reports()) {
      STORE.run("a", () -> CompletableFuture.supplyAsync(STORE::getStore).join());
      assertThat(count("lost") - lost).isEqualTo(1);
      assertThat(count("leaked") - leaked).isZero();

      STORE.run("a", () -> AsyncLocalStorage.snapshot().run(StoreMetricsTest::leaveOpen));
      assertThat(count("lost") - lost).isEqualTo(1);
      assertThat(count("leaked") - leaked).isEqualTo(1);
      assertThat(reports.messages()).hasSize(2);
    } finally {
      StrictMode.disable();
    }
  }

  private static void leaveOpen() {
    Scope open = STORE.withScope("left open");
    assertThat(open).isNotNull();
  }

  @Test
  @DisplayName("are gone from the registry once they are closed")
  void closed() {
    assertThat(registry.getMeters()).hasSize(3);
    metrics.close();

    assertThat(registry.getMeters()).isEmpty();
  }

  private double count(String name) {
    return registry.get("asynclocal." + name).functionCounter().count();
  }
}
