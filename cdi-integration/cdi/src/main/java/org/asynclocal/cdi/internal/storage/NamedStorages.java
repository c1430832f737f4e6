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

/** Holds the application's storages by name and produces them for injection. */
@ApplicationScoped
public class NamedStorages {
  private final StorageTypes types = new StorageTypes();
  private final ConcurrentMap<String, AsyncLocalStorage<?>> storages = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, TransactionLocalStorage<?>> ofTransaction =
      new ConcurrentHashMap<>();

  /**
   * Checks the name and type again, because {@code Instance.select} can ask for others than
   * deployment has seen.
   */
  @Produces
  @Dependent
  @StorageName("")
  <T> AsyncLocalStorage<T> injected(InjectionPoint point) {
    return named(checkedName(point));
  }

  /** Produces the storage whose values live with the transaction. */
  @Produces
  @Dependent
  @StorageName("")
  @SuppressWarnings("unchecked") // deployment checks that all uses of a name agree on the type
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

  /** Returns the storage of that name; the caller has checked the type. */
  @SuppressWarnings("unchecked") // deployment checks that all uses of a name agree on the type
  public <T> AsyncLocalStorage<T> named(String name) {
    return (AsyncLocalStorage<T>) storages.computeIfAbsent(name, AsyncLocalStorage::named);
  }
}
