package org.asynclocal.agent.hub;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Keeps captures for objects that have no field for them: by identity, held weakly. */
public final class Kept {
  private static final ConcurrentMap<Key, Object> CAPTURED = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

  private Kept() {}

  /** Keeps what was captured for the owner; null for nothing. */
  public static void put(Object owner, @Nullable Object captured) {
    forgetCollected();
    if (captured == null) {
      CAPTURED.remove(new Key(owner, null));
    } else {
      CAPTURED.put(new Key(owner, COLLECTED), captured);
    }
  }

  /** Returns the capture that is kept for the owner. */
  public static @Nullable Object get(Object owner) {
    return CAPTURED.isEmpty() ? null : CAPTURED.get(new Key(owner, null));
  }

  /** Removes and returns the capture that was kept for the owner. */
  public static @Nullable Object take(Object owner) {
    return CAPTURED.isEmpty() ? null : CAPTURED.remove(new Key(owner, null));
  }

  private static void forgetCollected() {
    for (Reference<?> key = COLLECTED.poll(); key != null; key = COLLECTED.poll()) {
      CAPTURED.remove(key);
    }
  }

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object owner, @Nullable ReferenceQueue<Object> queue) {
      super(owner, queue);
      this.hash = System.identityHashCode(owner);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Key key && get() != null && get() == key.get());
    }
  }
}
