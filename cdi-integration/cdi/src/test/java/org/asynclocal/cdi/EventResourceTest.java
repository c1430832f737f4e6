package org.asynclocal.cdi;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EnableWeld
@DisplayName("The notification of an asynchronous observer")
class EventResourceTest {
  @WeldSetup final WeldInitiator weld = WeldInitiator.of(new Weld().addBeanClasses(Observer.class));

  @Inject Event<Happened> events;

  private final Notifications notifications = new Notifications();
  private final AsyncHook hook = AsyncHooks.createHook(notifications);

  @BeforeEach
  void enable() {
    hook.enable();
  }

  @AfterEach
  void disable() {
    hook.disable();
  }

  @Test
  @DisplayName("is a resource of the type CDIEVENT, triggered by the firer")
  void isAResource() throws Exception {
    AsyncResource firer = new AsyncResource("FIRER");

    Happened seen =
        firer
            .callInAsyncScope(() -> events.fireAsync(new Happened()))
            .toCompletableFuture()
            .get(20, SECONDS);

    assertThat(seen.type).isEqualTo("CDIEVENT");
    assertThat(seen.trigger).isEqualTo(firer.asyncId());
    assertThat(notifications.untilDestroyed())
        .containsExactly("init", "before", "after", "destroy");
  }

  @Test
  @DisplayName("is destroyed without having run where the executor rejects it")
  void isDestroyedWhenRejected() throws Exception {
    ExecutorService stopped = Executors.newSingleThreadExecutor();
    stopped.shutdownNow();
    NotificationOptions options = NotificationOptions.ofExecutor(stopped);

    assertThatThrownBy(() -> events.fireAsync(new Happened(), options))
        .isInstanceOf(RejectedExecutionException.class);

    assertThat(notifications.untilDestroyed()).containsExactly("init", "destroy");
  }

  static final class Happened {
    volatile String type = "";
    volatile long trigger;
  }

  @ApplicationScoped
  static class Observer {
    void later(@ObservesAsync Happened event) {
      event.type = AsyncHooks.executionAsyncResource().type();
      event.trigger = AsyncHooks.triggerAsyncId();
    }
  }

  /** Keeps what happens to notifications. */
  private static final class Notifications implements HookListener {
    private final List<Long> ids = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    @Override
    public synchronized void init(long id, String type, long trigger, AsyncResource resource) {
      if (type.equals("CDIEVENT")) {
        ids.add(id);
        note(id, "init");
      }
    }

    @Override
    public void before(long id) {
      note(id, "before");
    }

    @Override
    public void after(long id) {
      note(id, "after");
    }

    @Override
    public void destroy(long id) {
      note(id, "destroy");
    }

    private synchronized void note(long id, String event) {
      if (ids.contains(id)) {
        seen.add(event);
        notifyAll();
      }
    }

    synchronized List<String> untilDestroyed() throws InterruptedException {
      long deadline = System.nanoTime() + SECONDS.toNanos(20);
      while (!seen.contains("destroy") && System.nanoTime() < deadline) {
        wait(100);
      }
      return List.copyOf(seen);
    }
  }
}
