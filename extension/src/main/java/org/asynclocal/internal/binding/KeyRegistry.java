package org.asynclocal.internal.binding;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * The storages that bear a name, for bridges that are configured by names. Holds none of them.
 * Thread-safe.
 */
public final class KeyRegistry {
  private static final ConcurrentMap<String, List<Named>> NAMES = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Key.Succession> DROPPED = new ReferenceQueue<>();

  private KeyRegistry() {}

  /**
   * What the frame binds to storages of the name: the value of the first that is bound there.
   *
   * @return the value, {@link ContextFrame#EXITED}, or {@link ContextFrame#ABSENT} if none is bound
   */
  public static @Nullable Object get(@Nullable ContextFrame frame, String name) {
    if (frame == null) {
      return ContextFrame.ABSENT;
    }
    for (Named named : NAMES.getOrDefault(name, List.of())) {
      Key.Succession storage = named.get();
      Object value =
          storage == null ? ContextFrame.ABSENT : ContextFrame.get(frame, storage.current());
      if (value != ContextFrame.ABSENT) {
        return value;
      }
    }
    return ContextFrame.ABSENT;
  }

  /** Whether a storage of the name was disabled, so that a frame may hide what it held before. */
  public static boolean wasDisabled(String name) {
    for (Named named : NAMES.getOrDefault(name, List.of())) {
      Key.Succession storage = named.get();
      if (storage != null && storage.wasReplaced()) {
        return true;
      }
    }
    return false;
  }

  /** How many storages of the name are remembered. */
  static int count(String name) {
    return NAMES.getOrDefault(name, List.of()).size();
  }

  static void add(String name, Key.Succession storage) {
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

  private static final class Named extends WeakReference<Key.Succession> {
    final String name;

    Named(String name, Key.Succession storage) {
      super(storage, DROPPED);
      this.name = name;
    }
  }
}
