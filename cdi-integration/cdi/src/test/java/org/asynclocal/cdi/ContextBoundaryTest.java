package org.asynclocal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EnableWeld
class ContextBoundaryTest {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("store");

  @WeldSetup
  final WeldInitiator weld =
      WeldInitiator.of(new Weld().addBeanClasses(Timer.class, Both.class, Value.class));

  @Test
  void the_method_begins_with_nothing() {
    STORE.run("leftover", () -> assertThat(weld.select(Timer.class).get().read()).isEqualTo(null));
  }

  @Test
  void afterwards_the_thread_has_what_it_had() {
    STORE.run(
        "before",
        () -> {
          weld.select(Timer.class).get().enter("inside");
          assertThat(STORE.getStore()).isEqualTo("before");
        });
  }

  @Test
  void what_the_method_enters_is_gone_when_it_fails() {
    Timer timer = weld.select(Timer.class).get();

    assertThatThrownBy(() -> timer.enterAndFail("inside"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("inside");
    assertThat(STORE.isBound()).isFalse();
  }

  @Test
  void an_opened_storage_is_inside_the_boundary() {
    assertThat(weld.select(Both.class).get().isBound()).isTrue();
  }

  @ApplicationScoped
  @ContextBoundary
  static class Timer {
    @Nullable String read() {
      return STORE.getStore();
    }

    void enter(String value) {
      STORE.enterWith(value);
    }

    void enterAndFail(String value) {
      STORE.enterWith(value);
      throw new IllegalStateException(STORE.getStore());
    }
  }

  @ApplicationScoped
  static class Both {
    private final AsyncLocalStorage<String> tenant;

    @jakarta.inject.Inject
    Both(@StorageName("tenant") AsyncLocalStorage<String> tenant) {
      this.tenant = tenant;
    }

    @SuppressWarnings("NullAway") // only for the client proxy
    Both() {
      this(null);
    }

    @OpenStorage(name = "tenant", valueFrom = Value.class)
    @ContextBoundary
    boolean isBound() {
      return "value".equals(tenant.getStore());
    }
  }

  @ApplicationScoped
  static class Value implements Supplier<String> {
    @Override
    public String get() {
      return "value";
    }
  }
}
