package org.asynclocal.server.internal.provider.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jboss.weld.context.bound.BoundLiteral;
import org.jboss.weld.context.bound.BoundSessionContext;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldJunit5Extension;
import org.jboss.weld.junit5.WeldSetup;
import org.jboss.weld.manager.api.WeldManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(WeldJunit5Extension.class)
@DisplayName("The CDI provider")
class CdiProviderTest {
  @WeldSetup WeldInitiator weld = WeldInitiator.of(Counter.class, Cart.class);

  @Inject BeanManager beans;
  @Inject RequestContextController request;
  @Inject Counter counter;

  /** Counts within one request. */
  @RequestScoped
  static class Counter {
    private int value;
    private boolean destroyed;

    int next() {
      return ++value;
    }

    boolean isDestroyed() {
      return destroyed;
    }

    @PreDestroy
    void destroy() {
      destroyed = true;
    }
  }

  /** Lives with the session. */
  @SessionScoped
  static class Cart implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @BeforeEach
  void open() {
    request.activate();
    counter.next();
  }

  @AfterEach
  void close() {
    request.deactivate();
  }

  @Test
  @DisplayName("brings the beans of the request to a thread without one, and takes them away")
  void otherThread() {
    ThreadContextSnapshot captured = provider().currentContext(Map.of());
    assertThat(on(other(), () -> inside(captured) + " then " + look())).isEqualTo("2 then none");
    assertThat(counter.next()).isEqualTo(3);
  }

  @Test
  @DisplayName("does so again on the same thread")
  void again() {
    ThreadContextSnapshot captured = provider().currentContext(Map.of());
    assertThat(on(other(), () -> inside(captured) + inside(captured) + look())).isEqualTo("23none");
  }

  @Test
  @DisplayName("does not destroy the beans that it takes away")
  void notDestroyed() {
    ThreadContextSnapshot captured = provider().currentContext(Map.of());
    on(other(), () -> inside(captured));
    assertThat(counter.isDestroyed()).isFalse();
  }

  @Test
  @DisplayName("brings an empty request where the type is cleared")
  void cleared() {
    ThreadContextSnapshot cleared = provider().clearedContext(Map.of());
    assertThat(on(other(), () -> inside(cleared) + look())).isEqualTo("1none");
    assertThat(inside(cleared)).isEqualTo("1");
    assertThat(counter.next()).isEqualTo(2);
  }

  @Test
  @DisplayName("brings no request where the capturing thread had none")
  void nothingCaptured() {
    CdiProvider provider = provider();
    ThreadContextSnapshot nothing = get(() -> provider.currentContext(Map.of()));
    assertThat(on(other(), () -> inside(nothing))).isEqualTo("none");
  }

  @Test
  @DisplayName("nests, each end bringing back what was there before")
  void nested() {
    CdiProvider provider = provider();
    ThreadContextSnapshot outer = provider.currentContext(Map.of());
    ThreadContextSnapshot inner = provider.clearedContext(Map.of());
    String seen =
        on(
            other(),
            () -> {
              ThreadContextController controller = outer.begin();
              String all = look() + inside(inner) + look();
              controller.endContext();
              return all + look();
            });
    assertThat(seen).isEqualTo("213none");
  }

  @Test
  @DisplayName("exchanges the request of the thread it begins on, and puts it back")
  void exchanged() {
    CdiProvider provider = provider();
    ThreadContextSnapshot captured = provider.currentContext(Map.of());
    String seen =
        on(
            other(),
            () -> {
              request.activate();
              try {
                return look() + inside(captured) + look();
              } finally {
                request.deactivate();
              }
            });
    assertThat(seen).isEqualTo("122");
  }

  @Test
  @DisplayName("brings the session where the application uses that scope")
  void usedSession() {
    UsedScopes used = new UsedScopes();
    used.add(beans.resolve(beans.getBeans(Cart.class)));
    assertThat(sessionsBroughtBy(new CdiProvider((WeldManager) beans, used))).isEqualTo("true");
  }

  @Test
  @DisplayName("leaves the session where the application does not use that scope")
  void unusedSession() {
    assertThat(sessionsBroughtBy(provider())).isEqualTo("false");
  }

  /**
   * Returns whether a session is active on another thread, within a context captured in a session.
   */
  private String sessionsBroughtBy(CdiProvider provider) {
    BoundSessionContext session =
        weld.select(BoundSessionContext.class, BoundLiteral.INSTANCE).get();
    Map<String, Object> store = new HashMap<>();
    session.associate(store);
    session.activate();
    try {
      ThreadContextSnapshot captured = provider.currentContext(Map.of());
      return on(
          other(),
          () -> {
            ThreadContextController controller = captured.begin();
            try {
              return String.valueOf(session.isActive());
            } finally {
              controller.endContext();
            }
          });
    } finally {
      session.deactivate();
      session.dissociate(store);
    }
  }

  private CdiProvider provider() {
    return new CdiProvider((WeldManager) beans, new UsedScopes());
  }

  private String inside(ThreadContextSnapshot snapshot) {
    ThreadContextController controller = snapshot.begin();
    try {
      return look();
    } finally {
      controller.endContext();
    }
  }

  /** The counter's value on this thread. */
  private String look() {
    try {
      return "" + counter.next();
    } catch (ContextNotActiveException e) {
      return "none";
    }
  }

  private static Executor other() {
    return task -> new Thread(task, "other").start();
  }

  private static <T extends @Nullable Object> T get(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call, other()).orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static String on(Executor thread, Supplier<String> call) {
    return CompletableFuture.supplyAsync(call, thread).orTimeout(30, TimeUnit.SECONDS).join();
  }
}
