package org.asynclocal.it.quarkus.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("An application with Arc alone")
class ArcOnlyTest {
  @Inject Greeter greeter;

  @Test
  @DisplayName("has no Vert.x on its class path")
  void withoutVertx() {
    assertThatThrownBy(() -> Class.forName("io.vertx.core.Vertx"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  @DisplayName("starts, and binds an injected storage for the duration of a call")
  void bindsAnInjectedStorage() {
    assertThat(greeter.greet("Ada")).isEqualTo("Hello Ada");
    assertThat(greeter.greeting()).isEqualTo("Hello null");
  }
}
