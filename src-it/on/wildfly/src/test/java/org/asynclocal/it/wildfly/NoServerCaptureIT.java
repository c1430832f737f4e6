package org.asynclocal.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.inject.Inject;
import org.asynclocal.it.kit.Wars;
import org.asynclocal.it.support.ServerCountingProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("On WildFly, which reads the kit's web fragment,")
class NoServerCaptureIT {
  @Inject Injected injected;

  @Deployment
  static WebArchive war() {
    return Wars.withTests("no-server-capture", Injected.class, ServerCountingProvider.class)
        .addAsServiceProvider(ThreadContextProvider.class, ServerCountingProvider.class);
  }

  @Test
  @DisplayName("the server itself captures nothing for a task or a stage")
  void nothing() throws Exception {
    ServerCountingProvider.CAPTURED.set(0);
    get(injected.executor.submit(() -> 1));
    get(injected.executor.supplyAsync(() -> 1).thenApplyAsync(x -> x));
    assertThat(ServerCountingProvider.CAPTURED).hasValue(0);
  }
}
