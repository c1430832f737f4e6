package org.asynclocal.cdi.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;

/** The application's storages, by name. */
@ApplicationScoped
class Storages {
  private final StorageTypes types = new StorageTypes();
  private final ConcurrentMap<String, AsyncLocalStorage<?>> storages = new ConcurrentHashMap<>();

  /** Checks again what was checked at deployment, for look-ups by program. */
  @Produces
  @Dependent
  @StorageName("")
  <T> AsyncLocalStorage<T> injected(InjectionPoint point) {
    StorageUse use = StorageUse.of(point).orElseThrow();
    types
        .note(use)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    return named(use.name());
  }

  /** The storage of that name, whose type somebody has checked. */
  @SuppressWarnings("unchecked") // all uses of a name agree on the type: checked at deployment
  <T> AsyncLocalStorage<T> named(String name) {
    return (AsyncLocalStorage<T>) storages.computeIfAbsent(name, AsyncLocalStorage::named);
  }
}
