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

/** The values of one transaction, which alone holds them. Thread-safe. */
final class TransactionStores {
  private static final Object NULL = new Object();

  /**
   * The same values by the transaction's key: some registries give no resource any more once
   * completion has begun, but still the key. Holds neither, so a value may refer to its
   * transaction.
   */
  private static final Map<Object, WeakReference<TransactionStores>> BY_KEY =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final ConcurrentMap<TransactionLocalStorage<?>, Object> values =
      new ConcurrentHashMap<>();

  private TransactionStores() {}

  /** The values of the thread's transaction; null if it has none, or no transaction. */
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
   * The values of the thread's transaction, to be written.
   *
   * @throws IllegalStateException if there is none that can be
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

  /** Has the callback told the status once the thread's transaction, which is this one, is over. */
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

  /** Has all that it needs, so that it asks for nothing on the thread that completes. */
  private static final class Completion implements Synchronization {
    private final String storage;
    private final IntConsumer callback;

    Completion(String storage, IntConsumer callback) {
      this.storage = storage;
      this.callback = callback;
    }

    @Override
    public void beforeCompletion() {}

    /** Lets nothing out: on some servers the synchronizations that follow would not be called. */
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
