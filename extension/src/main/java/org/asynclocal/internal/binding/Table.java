package org.asynclocal.internal.binding;

import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map from {@link Key} to value, in the form that is the least to make and to read:
 * null without bindings, a {@link Leaf} while all keys have a place in one, else a {@link Tree}.
 */
public final class Table {
  private Table() {}

  /** The value bound to the key, or {@link ContextFrame#ABSENT}. */
  public static @Nullable Object get(@Nullable Object table, Key key) {
    if (table instanceof Object[] leaf) {
      return Leaf.get(leaf, key.index, key);
    }
    return table == null ? ContextFrame.ABSENT : ((Tree) table).get(key);
  }

  public static boolean has(@Nullable Object table, Key key) {
    return get(table, key) != ContextFrame.ABSENT;
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
}
