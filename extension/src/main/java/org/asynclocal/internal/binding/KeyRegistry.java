package org.asynclocal.internal.binding;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The storages by name, for bridges that are configured with names. Holds storages weakly. Adding
 * one takes the same time however many there are of its name. Thread-safe.
 */
public final class KeyRegistry {
  /** For each name its storages by the order of their creation. A name without any has no entry. */
  private static final ConcurrentMap<String, ConcurrentNavigableMap<Long, Named>> NAMES =
      new ConcurrentHashMap<>();

  private static final ReferenceQueue<StorageIdentity> DROPPED = new ReferenceQueue<>();
  private static final AtomicLong CREATED = new AtomicLong();

  private KeyRegistry() {}

  /** The storages with the name, in the order of their creation. One may have been collected. */
  public static Collection<? extends Reference<StorageIdentity>> named(String name) {
    ConcurrentNavigableMap<Long, Named> storages = NAMES.get(name);
    return storages == null ? List.of() : storages.values();
  }

  /** Returns whether a storage of the name was disabled, which unbinds it in every frame. */
  public static boolean wasDisabled(String name) {
    for (Reference<StorageIdentity> named : named(name)) {
      StorageIdentity storage = named.get();
      if (storage != null && storage.wasReplaced()) {
        return true;
      }
    }
    return false;
  }

  /** The number of storages registered under the name. */
  static int count(String name) {
    return named(name).size();
  }

  /** Registers a storage under its name. */
  public static void add(String name, StorageIdentity storage) {
    forgetDropped();
    Named added = new Named(name, storage);
    NAMES.compute(
        name,
        (key, known) -> {
          ConcurrentNavigableMap<Long, Named> storages =
              known == null ? new ConcurrentSkipListMap<>() : known;
          storages.put(added.order, added);
          return storages;
        });
  }

  private static void forgetDropped() {
    for (Reference<?> next = DROPPED.poll(); next != null; next = DROPPED.poll()) {
      Named dropped = (Named) next;
      NAMES.computeIfPresent(
          dropped.name,
          (name, storages) -> {
            storages.remove(dropped.order);
            return storages.isEmpty() ? null : storages;
          });
    }
  }

  private static final class Named extends WeakReference<StorageIdentity> {
    final String name;
    final long order = CREATED.incrementAndGet();

    Named(String name, StorageIdentity storage) {
      super(storage, DROPPED);
      this.name = name;
    }
  }
}
