package org.asynclocal.cdi.internal;

import jakarta.decorator.Delegate;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.io.Serial;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.asynclocal.AsyncLocalStorage;
import org.jspecify.annotations.Nullable;

/**
 * Decorates the container's events, so that asynchronous observers see the stores of the firer.
 * Made a decorator by {@link StorageExtension} rather than by annotation: Arc refuses to decorate
 * built-in beans.
 */
@SuppressWarnings("serial") // CDI asks of containers that Event is passivation capable
class CarryingEvent<T> implements Event<T>, Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final Event<T> delegate;
  private final ObserverExecutor executor;

  @Inject
  CarryingEvent(@Delegate @Any Event<T> delegate, ObserverExecutor executor) {
    this.delegate = delegate;
    this.executor = executor;
  }

  @Override
  public void fire(T event) {
    delegate.fire(event);
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event) {
    return delegate.fireAsync(event, NotificationOptions.ofExecutor(carrying(executor)));
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
    Executor chosen = options.getExecutor();
    return delegate.fireAsync(
        event, new CarryingOptions(options, carrying(chosen == null ? executor : chosen)));
  }

  @Override
  public Event<T> select(Annotation... qualifiers) {
    return new CarryingEvent<>(delegate.select(qualifiers), executor);
  }

  @Override
  public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
    return new CarryingEvent<>(delegate.select(subtype, qualifiers), executor);
  }

  @Override
  public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
    return new CarryingEvent<>(delegate.select(subtype, qualifiers), executor);
  }

  private static Executor carrying(Executor executor) {
    return AsyncLocalStorage.snapshot().wrapExecutor(executor);
  }

  private record CarryingOptions(NotificationOptions options, Executor carrying)
      implements NotificationOptions {
    @Override
    public Executor getExecutor() {
      return carrying;
    }

    @Override
    public @Nullable Object get(String optionName) {
      return options.get(optionName);
    }
  }
}
