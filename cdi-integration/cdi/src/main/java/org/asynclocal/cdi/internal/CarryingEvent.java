package org.asynclocal.cdi.internal;

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
 * Decorates the container's events, so that asynchronous observers see the stores of the firer.
 * Made a decorator by {@link StorageExtension} rather than by annotation: Arc refuses to decorate
 * built-in beans.
 */
@SuppressWarnings("serial") // CDI asks of containers that Event is passivation capable
class CarryingEvent<T> implements Event<T>, Serializable {
  /** What hooks know the notification of an asynchronous observer as. */
  private static final String NOTIFICATION = "CDIEVENT";

  @Serial private static final long serialVersionUID = 1L;

  private final Event<T> delegate;
  private final BeanManager beans;

  /**
   * Injects what every archive can see, the server's own too: each has its events decorated by
   * this.
   */
  @Inject
  CarryingEvent(@Delegate @Any Event<T> delegate, BeanManager beans) {
    this.delegate = delegate;
    this.beans = beans;
  }

  @Override
  public void fire(T event) {
    delegate.fire(event);
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event) {
    return delegate.fireAsync(event, NotificationOptions.ofExecutor(carrying(observers())));
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
    Executor chosen = options.getExecutor();
    return delegate.fireAsync(
        event, new CarryingOptions(options, carrying(chosen == null ? observers() : chosen)));
  }

  @Override
  public Event<T> select(Annotation... qualifiers) {
    return new CarryingEvent<>(delegate.select(qualifiers), beans);
  }

  @Override
  public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
    return new CarryingEvent<>(delegate.select(subtype, qualifiers), beans);
  }

  @Override
  public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
    return new CarryingEvent<>(delegate.select(subtype, qualifiers), beans);
  }

  private Executor observers() {
    return beans.getExtension(StorageExtension.class).observers(beans);
  }

  /** Each notification is a resource of its own, created when the container hands it over. */
  private static Executor carrying(Executor executor) {
    ContextFrame firer = ContextFrame.capture();
    return task -> Handoff.execute(executor, NOTIFICATION, firer.wrapRunnable(task));
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
