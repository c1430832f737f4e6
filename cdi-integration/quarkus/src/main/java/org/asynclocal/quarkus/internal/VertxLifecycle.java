package org.asynclocal.quarkus.internal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Starts and stops what needs Vert.x. No member of it names a type of Vert.x, because an
 * application that has nothing of Quarkus but Arc has none.
 */
@Singleton
final class VertxLifecycle {
  private @Nullable Runnable stop;

  void start(@Observes StartupEvent event, BeanManager beans) {
    if (VertxContextHolder.isVertxPresent()) {
      stop = EventBus.start(beans.createInstance());
    }
  }

  void stop(@Observes ShutdownEvent event) {
    if (stop != null) {
      stop.run();
    }
  }

  /** Loaded only where Vert.x is on the class path. */
  private static final class EventBus {
    static Runnable start(Instance<Object> beans) {
      Vertx vertx = beans.select(Vertx.class).get();
      EventBusPropagation propagation = new EventBusPropagation();
      propagation.start(vertx);
      return () -> propagation.stop(vertx);
    }
  }
}
