package org.asynclocal.cdi.internal.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.asynclocal.transaction.TransactionLocalStorage;

/** The application's storages, by name. */
@ApplicationScoped
public class NamedStorages {
  private final StorageTypes types = new StorageTypes();
  private final ConcurrentMap<String, AsyncLocalStorage<?>> storages = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, TransactionLocalStorage<?>> ofTransaction =
      new ConcurrentHashMap<>();

  /** Checks again what was checked at deployment, for look-ups by program. */
  @Produces
  @Dependent
  @StorageName("")
  <T> AsyncLocalStorage<T> injected(InjectionPoint point) {
    return named(checkedName(point));
  }

  /** The same for the storages that live with the transaction. */
  @Produces
  @Dependent
  @StorageName("")
  @SuppressWarnings("unchecked") // as for the others
  <T> TransactionLocalStorage<T> injectedOfTransaction(InjectionPoint point) {
    return (TransactionLocalStorage<T>)
        ofTransaction.computeIfAbsent(checkedName(point), TransactionLocalStorage::named);
  }

  private String checkedName(InjectionPoint point) {
    StorageUse use = StorageUse.of(point).orElseThrow();
    types
        .note(use)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(problem);
            });
    return use.name();
  }

  /** The storage of that name, whose type somebody has checked. */
  @SuppressWarnings("unchecked") // all uses of a name agree on the type: checked at deployment
  public <T> AsyncLocalStorage<T> named(String name) {
    return (AsyncLocalStorage<T>) storages.computeIfAbsent(name, AsyncLocalStorage::named);
  }
}
