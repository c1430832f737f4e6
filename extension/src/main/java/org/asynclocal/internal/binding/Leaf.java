package org.asynclocal.internal.binding;

import java.util.Arrays;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * An array of bindings: keys and values in turn, each at the place that its key's index gives it,
 * and no longer than the last one needs. Never changed once made.
 */
final class Leaf {
  static final int BITS = 6;

  /** How many bindings have a place in one. */
  static final int WIDTH = 1 << BITS;

  private static final int MASK = WIDTH - 1;

  private static final @Nullable Object[] EMPTY = {};

  private Leaf() {}

  /** An array for so many bindings, to be filled by {@link System#arraycopy}. */
  static @Nullable Object[] ofWidth(int width) {
    return new @Nullable Object[width << 1];
  }

  /** The value bound to the key whose place is this, or {@link ContextFrame#ABSENT}. */
  static @Nullable Object get(@Nullable Object[] leaf, int place, Key key) {
    return place < leaf.length >> 1 && leaf[place << 1] == key
        ? leaf[(place << 1) + 1]
        : ContextFrame.ABSENT;
  }

  static @Nullable Object[] with(@Nullable Object[] leaf, Key key, @Nullable Object value) {
    int at = at(key);
    @Nullable Object[] copy = Arrays.copyOf(leaf, Math.max(leaf.length, at + 2));
    copy[at] = key;
    copy[at + 1] = value;
    return copy;
  }

  static @Nullable Object[] of(Key key, @Nullable Object value) {
    return with(EMPTY, key, value);
  }

  /** The array without a key that it has; null if nothing is left. */
  static @Nullable Object @Nullable [] without(@Nullable Object[] leaf, Key key) {
    int at = at(key);
    int end = leaf.length;
    if (at + 2 == end) {
      do {
        end -= 2;
      } while (end > 0 && leaf[end - 2] == null);
      return end == 0 ? null : Arrays.copyOf(leaf, end);
    }
    @Nullable Object[] copy = leaf.clone();
    copy[at] = null;
    copy[at + 1] = null;
    return copy;
  }

  static int size(@Nullable Object[] leaf) {
    int size = 0;
    for (int at = 0; at < leaf.length; at += 2) {
      size += leaf[at] == null ? 0 : 1;
    }
    return size;
  }

  /** A key in it that the storage of the given one has or had. */
  static @Nullable Key keyOfStorageOf(@Nullable Object[] leaf, Key key) {
    for (int at = 0; at < leaf.length; at += 2) {
      if (leaf[at] instanceof Key bound && bound.isOfStorageOf(key)) {
        return bound;
      }
    }
    return null;
  }

  private static int at(Key key) {
    return (key.index & MASK) << 1;
  }
}
