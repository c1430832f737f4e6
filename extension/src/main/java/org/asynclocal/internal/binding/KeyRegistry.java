package org.asynclocal.internal.binding;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The storages by name, for bridges that are configured with names. Holds storages weakly.
 * Thread-safe.
 */
public final class KeyRegistry {
  private static final ConcurrentMap<String, List<Named>> NAMES = new ConcurrentHashMap<>();
  private static final ReferenceQueue<StorageIdentity> DROPPED = new ReferenceQueue<>();

  private KeyRegistry() {}

  /** The storages with the name, in the order of their creation. One may have been collected. */
  public static List<? extends Reference<StorageIdentity>> named(String name) {
    return NAMES.getOrDefault(name, List.of());
  }

  /** Returns whether a storage of the name was disabled, which unbinds it in every frame. */
  public static boolean wasDisabled(String name) {
    for (Named named : NAMES.getOrDefault(name, List.of())) {
      StorageIdentity storage = named.get();
      if (storage != null && storage.wasReplaced()) {
        return true;
      }
    }
    return false;
  }

  /** The number of storages registered under the name. */
  static int count(String name) {
    return NAMES.getOrDefault(name, List.of()).size();
  }

  /** Registers a storage under its name. */
  public static void add(String name, StorageIdentity storage) {
    forgetDropped();
    Named added = new Named(name, storage);
    NAMES.merge(
        name,
        List.of(added),
        (old, single) -> {
          List<Named> all = new ArrayList<>(old);
          all.add(added);
          return List.copyOf(all);
        });
  }

  private static void forgetDropped() {
    for (Reference<?> next = DROPPED.poll(); next != null; next = DROPPED.poll()) {
      Named dropped = (Named) next;
      NAMES.computeIfPresent(
          dropped.name,
          (name, all) -> {
            List<Named> left = all.stream().filter(each -> each != dropped).toList();
            return left.isEmpty() ? null : left;
          });
    }
  }

  private static final class Named extends WeakReference<StorageIdentity> {
    final String name;

    Named(String name, StorageIdentity storage) {
      super(storage, DROPPED);
      this.name = name;
    }
  }
}
