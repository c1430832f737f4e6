package org.asynclocal.cdi.internal.event;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.Interceptor;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Decorates the application's events on Weld. The decorator is registered here rather than by
 * annotation, because Arc refuses to decorate built-in beans.
 */
public class EventExtension implements Extension {
  private @Nullable ObserverExecutor observers;

  void decorate(@Observes BeforeBeanDiscovery discovery) {
    discovery
        .addAnnotatedType(ContextualEvent.class, ContextualEvent.class.getName())
        .add(new AsDecorator())
        .add(new AtPriority());
  }

  /**
   * Returns the executor on which the container notifies asynchronous observers; the application
   * has one. Thread-safe.
   */
  synchronized ObserverExecutor observers(BeanManager beans) {
    ObserverExecutor known = observers;
    if (known == null) {
      known = new ObserverExecutor(beans);
      observers = known;
    }
    return known;
  }

  private static final class AsDecorator extends AnnotationLiteral<Decorator> implements Decorator {
    @Serial private static final long serialVersionUID = 1L;
  }

  private static final class AtPriority extends AnnotationLiteral<Priority> implements Priority {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public int value() {
      return Interceptor.Priority.LIBRARY_BEFORE;
    }
  }
}
