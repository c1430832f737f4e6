package org.asynclocal.cdi.internal.event;

import jakarta.decorator.Delegate;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.io.Serial;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.hook.Handoff;
import org.jspecify.annotations.Nullable;

/**
 * Decorates the container's events, so that asynchronous observers see the stores of the thread
 * that fired the event.
 */
@SuppressWarnings("serial") // CDI requires containers to make Event passivation capable
class ContextualEvent<T> implements Event<T>, Serializable {
  /** The resource type of an asynchronous notification in hooks. */
  private static final String NOTIFICATION = "CDIEVENT";

  @Serial private static final long serialVersionUID = 1L;

  private final Event<T> delegate;
  private final BeanManager beans;

  /**
   * Takes only what the server's own archives can inject too: the container decorates their events
   * as well.
   */
  @Inject
  ContextualEvent(@Delegate @Any Event<T> delegate, BeanManager beans) {
    this.delegate = delegate;
    this.beans = beans;
  }

  @Override
  public void fire(T event) {
    delegate.fire(event);
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event) {
    return delegate.fireAsync(event, NotificationOptions.ofExecutor(contextual(observers())));
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
    Executor chosen = options.getExecutor();
    return delegate.fireAsync(
        event, new ContextualOptions(options, contextual(chosen == null ? observers() : chosen)));
  }

  @Override
  public Event<T> select(Annotation... qualifiers) {
    return new ContextualEvent<>(delegate.select(qualifiers), beans);
  }

  @Override
  public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
    return new ContextualEvent<>(delegate.select(subtype, qualifiers), beans);
  }

  @Override
  public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
    return new ContextualEvent<>(delegate.select(subtype, qualifiers), beans);
  }

  private Executor observers() {
    return beans.getExtension(EventExtension.class).observers(beans);
  }

  /** Creates a resource for each notification when the container hands it over. */
  private static Executor contextual(Executor executor) {
    ContextFrame firer = ContextFrame.capture();
    return task -> Handoff.execute(executor, NOTIFICATION, firer.bindRunnable(task));
  }

  private record ContextualOptions(NotificationOptions options, Executor contextual)
      implements NotificationOptions {
    @Override
    public Executor getExecutor() {
      return contextual;
    }

    @Override
    public @Nullable Object get(String optionName) {
      return options.get(optionName);
    }
  }
}
