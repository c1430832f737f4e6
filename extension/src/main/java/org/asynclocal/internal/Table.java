package org.asynclocal.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from {@link Key} to value: a radix tree over the keys' dense indexes, 32 ways a
 * level. Up to 32 storages it is one array; a change copies one path, never all bindings.
 *
 * <p>Reading a larger one costs a path. So one that is read as often as it is wide gets a copy in a
 * single array: reads of a long-lived table cost the same whatever its size, each of them paid for
 * at most one entry of the copy, and tables of a short life are never copied.
 */
final class Table {
  private static final int BITS = 5;
  private static final int WIDTH = 1 << BITS;
  private static final int MASK = WIDTH - 1;

  /** A table is copied if this part of its entries at least is in use. */
  private static final int DENSE = 4;

  /**
   * Leaves hold keys and values in turn; inner nodes hold nodes. Arrays end at the last entry that
   * they need.
   */
  private final @Nullable Object[] root;

  private final int shift;
  private final int size;

  /**
   * All of a tree as one leaf, once there is one. Volatile, so that its content is seen with it.
   */
  private volatile @Nullable Object @Nullable [] copy;

  /** How often a path was taken, as far as racing threads count; no longer touched by then. */
  private int searches;

  private Table(@Nullable Object[] root, int shift, int size) {
    this.root = root;
    this.shift = shift;
    this.size = size;
  }

  static Table of(Key key, @Nullable Object value) {
    return new Table(new Object[0], 0, 0).with(key, value);
  }

  /** The value bound to the key, or {@link Frame#ABSENT}. */
  @Nullable Object get(Key key) {
    @Nullable Object[] leaf = shift == 0 ? root : copy;
    return leaf == null ? search(key) : inLeaf(leaf, key.index, key);
  }

  private static @Nullable Object inLeaf(@Nullable Object[] leaf, int index, Key key) {
    return index < leaf.length >> 1 && leaf[index << 1] == key
        ? leaf[(index << 1) + 1]
        : Frame.ABSENT;
  }

  private @Nullable Object search(Key key) {
    long width = (long) root.length << shift;
    if ((long) size * DENSE >= width && ++searches > width) {
      @Nullable Object[] made = new Object[(int) width << 1];
      copyTo(made, root, shift, 0);
      copy = made;
    }
    int index = key.index;
    @Nullable Object[] node = root;
    for (int level = shift; level > 0; level -= BITS) {
      int slot = index >>> level;
      Object child = slot < node.length ? node[slot] : null;
      if (child == null) {
        return Frame.ABSENT;
      }
      node = (Object[]) child;
      index &= (1 << level) - 1;
    }
    return inLeaf(node, index, key);
  }

  private static void copyTo(
      @Nullable Object[] target, @Nullable Object[] node, int level, int first) {
    if (level == 0) {
      System.arraycopy(node, 0, target, first << 1, node.length);
      return;
    }
    for (int slot = 0; slot < node.length; slot++) {
      Object child = node[slot];
      if (child != null) {
        copyTo(target, (Object[]) child, level - BITS, first + (slot << level));
      }
    }
  }

  boolean has(Key key) {
    return get(key) != Frame.ABSENT;
  }

  Table with(Key key, @Nullable Object value) {
    @Nullable Object[] grown = root;
    int level = shift;
    while (key.index >>> level >= WIDTH) {
      grown = grown.length == 0 ? grown : new Object[] {grown};
      level += BITS;
    }
    return new Table(put(grown, level, key, value), level, has(key) ? size : size + 1);
  }

  /** A key bound here that the storage of the given one has or had; looks at every binding. */
  @Nullable Key keyOfStorageOf(Key key) {
    return find(root, shift, key);
  }

  private static @Nullable Key find(@Nullable Object[] node, int level, Key key) {
    for (int slot = 0; slot < node.length; slot += level == 0 ? 2 : 1) {
      Object entry = node[slot];
      Key bound = null;
      if (entry instanceof Key here && here.isOfStorageOf(key)) {
        bound = here;
      } else if (level > 0 && entry != null) {
        bound = find((Object[]) entry, level - BITS, key);
      }
      if (bound != null) {
        return bound;
      }
    }
    return null;
  }

  /** This table without the key, which it has; null if nothing is left. */
  @Nullable Table without(Key key) {
    @Nullable Object[] rest = remove(root, shift, key);
    return rest == null ? null : new Table(rest, shift, size - 1);
  }

  int size() {
    return size;
  }

  private static @Nullable Object[] put(
      @Nullable Object[] node, int level, Key key, @Nullable Object value) {
    int slot = slot(key, level);
    if (level == 0) {
      @Nullable Object[] leaf = Arrays.copyOf(node, Math.max(node.length, slot + 2));
      leaf[slot] = key;
      leaf[slot + 1] = value;
      return leaf;
    }
    @Nullable Object[] copy = Arrays.copyOf(node, Math.max(node.length, slot + 1));
    Object child = copy[slot];
    copy[slot] = put(child == null ? new Object[0] : (Object[]) child, level - BITS, key, value);
    return copy;
  }

  private static @Nullable Object @Nullable [] remove(@Nullable Object[] node, int level, Key key) {
    int slot = slot(key, level);
    @Nullable Object[] copy = node.clone();
    if (level == 0) {
      copy[slot] = null;
      copy[slot + 1] = null;
    } else {
      copy[slot] = remove((Object[]) present(copy[slot]), level - BITS, key);
    }
    for (Object entry : copy) {
      if (entry != null) {
        return copy;
      }
    }
    return null;
  }

  private static int slot(Key key, int level) {
    int slot = (key.index >>> level) & MASK;
    return level == 0 ? slot << 1 : slot;
  }

  private static Object present(@Nullable Object child) {
    if (child == null) {
      throw new IllegalStateException("a key that is not in the table can't be removed from it");
    }
    return child;
  }
}
