package org.asynclocal.transaction;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds the values of one transaction, and is referenced by that transaction alone. Thread-safe.
 */
final class TransactionStores {
  private static final Object NULL = new Object();

  /**
   * The same values by the transaction's key: some registries return no resource once completion
   * has begun, but still return the key. Holds both weakly, so that a value may refer to its
   * transaction.
   */
  private static final Map<Object, WeakReference<TransactionStores>> BY_KEY =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final ConcurrentMap<TransactionLocalStorage<?>, Object> values =
      new ConcurrentHashMap<>();

  private TransactionStores() {}

  /** Returns the values of the thread's transaction; null if it has no values or no transaction. */
  static @Nullable TransactionStores current() {
    TransactionSynchronizationRegistry registry = RegistryLookup.find();
    Object key = registry == null ? null : registry.getTransactionKey();
    return registry == null || key == null ? null : of(registry, key);
  }

  private static @Nullable TransactionStores of(
      TransactionSynchronizationRegistry registry, Object key) {
    try {
      return resource(registry);
    } catch (IllegalStateException completing) {
      WeakReference<TransactionStores> stores = BY_KEY.get(key);
      return stores == null ? null : stores.get();
    }
  }

  /**
   * Returns the values of the thread's transaction, for writing.
   *
   * @throws IllegalStateException if no transaction is active
   */
  static TransactionStores ofActive(String storage) {
    TransactionSynchronizationRegistry registry = registry(storage);
    int status = registry.getTransactionStatus();
    if (status != Status.STATUS_ACTIVE && status != Status.STATUS_MARKED_ROLLBACK) {
      throw new IllegalStateException(
          TransactionMessages.NOT_ACTIVE.text(storage, TransactionMessages.statusName(status)));
    }
    TransactionStores known = resource(registry);
    return known == null ? create(registry) : known;
  }

  private static TransactionSynchronizationRegistry registry(String storage) {
    TransactionSynchronizationRegistry registry = RegistryLookup.find();
    if (registry == null) {
      throw new IllegalStateException(TransactionMessages.NO_REGISTRY.text(storage));
    }
    return registry;
  }

  private static TransactionStores create(TransactionSynchronizationRegistry registry) {
    synchronized (BY_KEY) {
      TransactionStores known = resource(registry);
      if (known != null) {
        return known;
      }
      TransactionStores created = new TransactionStores();
      registry.putResource(TransactionStores.class, created);
      BY_KEY.put(registry.getTransactionKey(), new WeakReference<>(created));
      return created;
    }
  }

  private static @Nullable TransactionStores resource(TransactionSynchronizationRegistry registry) {
    return (TransactionStores) registry.getResource(TransactionStores.class);
  }

  @Nullable Object get(TransactionLocalStorage<?> storage) {
    Object value = values.get(storage);
    return value == NULL ? null : value;
  }

  boolean has(TransactionLocalStorage<?> storage) {
    return values.containsKey(storage);
  }

  void put(TransactionLocalStorage<?> storage, @Nullable Object value) {
    values.put(storage, value == null ? NULL : value);
  }

  void putIfAbsent(TransactionLocalStorage<?> storage, @Nullable Object value) {
    values.putIfAbsent(storage, value == null ? NULL : value);
  }

  void remove(TransactionLocalStorage<?> storage) {
    values.remove(storage);
  }

  /**
   * Registers a callback for the status with which the thread's transaction, which must be this
   * one, completes.
   */
  void onCompletion(String storage, IntConsumer callback) {
    TransactionSynchronizationRegistry registry = registry(storage);
    try {
      registry.registerInterposedSynchronization(new Completion(storage, callback));
    } catch (RuntimeException refused) {
      String status = TransactionMessages.statusName(registry.getTransactionStatus());
      throw new IllegalStateException(
          TransactionMessages.NO_CALLBACK.text(storage, status), refused);
    }
  }

  /** Holds all it needs, because the completing thread may have no context. */
  private static final class Completion implements Synchronization {
    private final String storage;
    private final IntConsumer callback;

    Completion(String storage, IntConsumer callback) {
      this.storage = storage;
      this.callback = callback;
    }

    @Override
    public void beforeCompletion() {}

    /**
     * Catches everything the callback throws: on some servers the synchronizations that follow
     * would not be called.
     */
    @Override
    public void afterCompletion(int status) {
      try {
        callback.accept(status);
      } catch (RuntimeException | Error thrown) {
        TransactionMessages.CALLBACK_THREW.report(thrown, storage);
      }
    }
  }
}
