package org.asynclocal.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.kit.Wars;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("On WildFly, whose pool has few threads, a task that waits for another task")
class WholePoolIT {
  @Inject Injected injected;

  @Deployment
  static WebArchive war() {
    return Wars.withTests("whole-pool", Injected.class);
  }

  @Test
  @DisplayName("is refused where every thread of the server's pool waits like this, and all end")
  void wholePool() throws Exception {
    ManagedExecutor plain = injected.executor;
    List<Future<Integer>> outer = new ArrayList<>();
    for (int i = 0; i < 8 * Runtime.getRuntime().availableProcessors(); i++) {
      outer.add(plain.submit(() -> plain.supplyAsync(() -> 1).join()));
    }
    int refused = 0;
    for (Future<Integer> each : outer) {
      try {
        assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(1);
      } catch (ExecutionException e) {
        assertThat(e).hasMessageContaining("ASYNCLOCAL-114");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
