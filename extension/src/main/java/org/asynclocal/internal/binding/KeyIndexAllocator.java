package org.asynclocal.internal.binding;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the lowest free index to each new key. Indexes of collected keys are taken back at the
 * next allocation, by polling, so that no thread of ours outlives an application.
 */
final class KeyIndexAllocator {
  private static final BitSet USED = new BitSet();

  /** No index below is free, so that a new key need not look there. */
  private static int taken;

  private static final List<@Nullable Release> RELEASES = new ArrayList<>();
  private static final ReferenceQueue<Key> COLLECTED = new ReferenceQueue<>();

  private KeyIndexAllocator() {}

  static synchronized Key newKey(IntFunction<Key> maker) {
    takeBackCollected();
    int index = USED.nextClearBit(taken);
    taken = index + 1;
    USED.set(index);
    Key key = maker.apply(index);
    Release release = new Release(key);
    if (index == RELEASES.size()) {
      RELEASES.add(release);
    } else {
      RELEASES.set(index, release);
    }
    return key;
  }

  /** How many indexes are in use by keys that are not known to be collected. */
  static synchronized int used() {
    takeBackCollected();
    return USED.cardinality();
  }

  private static void takeBackCollected() {
    for (Reference<? extends Key> collected = COLLECTED.poll();
        collected != null;
        collected = COLLECTED.poll()) {
      int index = ((Release) collected).index;
      USED.clear(index);
      taken = Math.min(taken, index);
      RELEASES.set(index, null);
    }
    trim();
  }

  private static void trim() {
    int live = USED.length();
    if (RELEASES.size() > live) {
      RELEASES.subList(live, RELEASES.size()).clear();
    }
  }

  private static final class Release extends PhantomReference<Key> {
    final int index;

    Release(Key key) {
      super(key, COLLECTED);
      this.index = key.index;
    }
  }
}
