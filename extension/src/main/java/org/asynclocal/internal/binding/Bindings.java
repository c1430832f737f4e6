package org.asynclocal.internal.binding;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from {@link Key} to value, in the form that is cheapest to make and to read:
 * null without bindings, a {@link Leaf} while all keys have a place in one, else a {@link Tree}.
 */
public final class Bindings {
  /** Stands for "no binding", which is not the same as a binding to null. */
  public static final Object ABSENT = new Object();

  /** The value bound by {@code exit}: neither a value nor the default. */
  public static final Object EXITED = new Object();

  private Bindings() {}

  /** The value bound to the key, or {@link #ABSENT}. */
  public static @Nullable Object get(@Nullable Object table, Key key) {
    if (table instanceof Object[] leaf) {
      return Leaf.get(leaf, key.index, key);
    }
    return table == null ? ABSENT : ((Tree) table).get(key);
  }

  public static boolean has(@Nullable Object table, Key key) {
    return get(table, key) != ABSENT;
  }

  public static Object with(@Nullable Object table, Key key, @Nullable Object value) {
    if (table instanceof Tree tree) {
      return tree.with(key, value);
    }
    @Nullable Object[] leaf = (Object[]) table;
    if (key.index >= Leaf.WIDTH) {
      return Tree.of(leaf, key, value);
    }
    return leaf == null ? Leaf.of(key, value) : Leaf.with(leaf, key, value);
  }

  /** The table without the key; itself if it does not have it. */
  public static @Nullable Object without(@Nullable Object table, Key key) {
    if (table == null || !has(table, key)) {
      return table;
    }
    return table instanceof Tree tree ? tree.without(key) : Leaf.without((Object[]) table, key);
  }

  /** A key in it that the storage of the given one has or had. */
  public static @Nullable Key keyOfStorageOf(@Nullable Object table, Key key) {
    if (table instanceof Tree tree) {
      return tree.keyOfStorageOf(key);
    }
    return table == null ? null : Leaf.keyOfStorageOf((Object[]) table, key);
  }

  public static int size(@Nullable Object table) {
    if (table instanceof Tree tree) {
      return tree.size();
    }
    return table == null ? 0 : Leaf.size((Object[]) table);
  }

  /**
   * An array of bindings: keys and values in turn, each at the place that its key's index gives it,
   * and no longer than the last one needs. Never changed once made.
   */
  private static final class Leaf {
    static final int BITS = 6;

    /** The number of bindings that fit in one leaf. */
    static final int WIDTH = 1 << BITS;

    private static final int MASK = WIDTH - 1;

    private static final @Nullable Object[] EMPTY = {};

    private Leaf() {}

    /** An array for this many bindings, to be filled by {@link System#arraycopy}. */
    static @Nullable Object[] ofWidth(int width) {
      return new @Nullable Object[width << 1];
    }

    /** The value bound to the key whose place is this, or {@link #ABSENT}. */
    static @Nullable Object get(@Nullable Object[] leaf, int place, Key key) {
      return place < leaf.length >> 1 && leaf[place << 1] == key ? leaf[(place << 1) + 1] : ABSENT;
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

  /**
   * A map of bindings that have no place in one array: a radix tree over the keys' dense indexes,
   * with arrays of bindings as its leaves. A change copies one path, never all bindings.
   *
   * <p>Reading costs a path. So a tree that is read as often as it is wide gets a copy in a single
   * array: reads of a long-lived one cost the same for any size, each of them paid for at most one
   * entry of the copy, and trees of a short life are never copied.
   */
  private static final class Tree {
    private static final int BITS = Leaf.BITS;
    private static final int WIDTH = Leaf.WIDTH;

    /** A tree is copied if this part of its places at least is in use. */
    private static final int DENSE = 4;

    /** Inner nodes hold nodes, and end at the last one that they need. */
    private final @Nullable Object[] root;

    /** How many bits of an index the nodes beneath the root take. */
    private final int shift;

    private final int size;

    /** All of it as one array, once there is one. Volatile, so that its content is seen with it. */
    private volatile @Nullable Object @Nullable [] copy;

    /** How often a path was taken, as far as racing threads count; no longer touched by then. */
    private int searches;

    private Tree(@Nullable Object[] root, int shift, int size) {
      this.root = root;
      this.shift = shift;
      this.size = size;
    }

    /** A leaf and a key that has no place in it. */
    static Tree of(@Nullable Object @Nullable [] leaf, Key key, @Nullable Object value) {
      @Nullable Object[] root = leaf == null ? new Object[0] : new Object[] {leaf};
      return new Tree(root, BITS, leaf == null ? 0 : Leaf.size(leaf)).with(key, value);
    }

    /** The value bound to the key, or {@link #ABSENT}. */
    @Nullable Object get(Key key) {
      @Nullable Object[] leaf = copy;
      return leaf == null ? search(key) : Leaf.get(leaf, key.index, key);
    }

    private @Nullable Object search(Key key) {
      long width = (long) root.length << shift;
      if ((long) size * DENSE >= width && ++searches > width) {
        @Nullable Object[] made = Leaf.ofWidth((int) width);
        copyTo(made, root, shift, 0);
        copy = made;
      }
      int index = key.index;
      @Nullable Object[] node = root;
      for (int level = shift; level > 0; level -= BITS) {
        int slot = index >>> level;
        Object child = slot < node.length ? node[slot] : null;
        if (child == null) {
          return ABSENT;
        }
        node = (Object[]) child;
        index &= (1 << level) - 1;
      }
      return Leaf.get(node, index, key);
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

    Tree with(Key key, @Nullable Object value) {
      @Nullable Object[] grown = root;
      int level = shift;
      while (key.index >>> level >= WIDTH) {
        grown = grown.length == 0 ? grown : new Object[] {grown};
        level += BITS;
      }
      int more = get(key) == ABSENT ? 1 : 0;
      return new Tree(put(grown, level, key, value), level, size + more);
    }

    private static @Nullable Object[] put(
        @Nullable Object[] node, int level, Key key, @Nullable Object value) {
      int slot = slot(key, level);
      @Nullable Object[] copy = Arrays.copyOf(node, Math.max(node.length, slot + 1));
      Object child = copy[slot];
      if (level > BITS) {
        copy[slot] =
            put(child == null ? new Object[0] : (Object[]) child, level - BITS, key, value);
      } else {
        copy[slot] = child == null ? Leaf.of(key, value) : Leaf.with((Object[]) child, key, value);
      }
      return copy;
    }

    /** The tree without a key that it has; null if nothing is left. */
    @Nullable Tree without(Key key) {
      @Nullable Object[] rest = remove(root, shift, key);
      return rest == null ? null : new Tree(rest, shift, size - 1);
    }

    private static @Nullable Object @Nullable [] remove(
        @Nullable Object[] node, int level, Key key) {
      @Nullable Object[] copy = node.clone();
      int slot = slot(key, level);
      @Nullable Object[] child = (Object[]) requireNonNull(copy[slot], "a key that it has");
      copy[slot] = level > BITS ? remove(child, level - BITS, key) : Leaf.without(child, key);
      for (Object entry : copy) {
        if (entry != null) {
          return copy;
        }
      }
      return null;
    }

    private static int slot(Key key, int level) {
      return (key.index >>> level) & (WIDTH - 1);
    }

    /** A key in it that the storage of the given one has or had; looks at every binding. */
    @Nullable Key keyOfStorageOf(Key key) {
      return find(root, shift, key);
    }

    private static @Nullable Key find(@Nullable Object[] node, int level, Key key) {
      Key bound = null;
      for (int slot = 0; slot < node.length && bound == null; slot++) {
        @Nullable Object[] child = (Object[]) node[slot];
        if (child != null) {
          bound = level > BITS ? find(child, level - BITS, key) : Leaf.keyOfStorageOf(child, key);
        }
      }
      return bound;
    }

    int size() {
      return size;
    }
  }
}
