package org.asynclocal.cdi.internal.storage;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serial;
import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.OpenStorage;
import org.asynclocal.cdi.internal.CdiMessages;
import org.jspecify.annotations.Nullable;

/**
 * Binds the supplied value around methods with {@code @OpenStorage}. Serializable, because beans
 * with it may be passivated.
 */
@Interceptor
@OpenStorage(name = "", valueFrom = OpenStorageInterceptor.NoValue.class)
@Priority(OpenStorageInterceptor.PRIORITY)
class OpenStorageInterceptor implements Serializable {
  /** Runs inside the request context, which suppliers may need, and outside the transaction. */
  static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 150;

  @Serial private static final long serialVersionUID = 1L;

  private final NamedStorages storages;

  @SuppressWarnings("serial") // CDI requires containers to make Instance passivation capable
  private final Instance<Supplier<?>> suppliers;

  @Inject
  OpenStorageInterceptor(NamedStorages storages, @Any Instance<Supplier<?>> suppliers) {
    this.storages = storages;
    this.suppliers = suppliers;
  }

  @AroundInvoke
  @AroundTimeout
  @Nullable Object open(InvocationContext invocation) throws Exception {
    OpenStorage binding = bindingOf(invocation);
    AsyncLocalStorage<Object> storage = storages.named(binding.name());
    return storage.<Object, Exception>call(value(binding.valueFrom()), invocation::proceed);
  }

  private <S extends Supplier<?>> @Nullable Object value(Class<S> type) {
    Instance.Handle<S> supplier = suppliers.select(type).getHandle();
    try {
      return supplier.get().get();
    } finally {
      if (supplier.getBean().getScope() == Dependent.class) {
        supplier.destroy();
      }
    }
  }

  private static OpenStorage bindingOf(InvocationContext invocation) {
    Method method = invocation.getMethod();
    return OpenStorageBindings.on(method)
        .or(() -> OpenStorageBindings.onClass(invocation.getTarget().getClass()))
        .orElseThrow(() -> new IllegalStateException(CdiMessages.NO_BINDING.text(method)));
  }

  /** Fills the non-binding member of the interceptor's own annotation; never called. */
  static final class NoValue implements Supplier<@Nullable Object> {
    @Override
    public @Nullable Object get() {
      return null;
    }
  }
}
