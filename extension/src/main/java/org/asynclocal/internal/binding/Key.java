package org.asynclocal.internal.binding;

import org.jspecify.annotations.Nullable;

/**
 * The identity of one storage's bindings. A storage has one key at a time; {@code disable()} gives
 * it a new one, which ends every binding made under the old key wherever it is, without a cost for
 * readers.
 *
 * <p>The index is dense, so that a {@link Table} finds a binding by position. It is recycled once
 * the key is unreachable; tables hold their keys strongly, so no table can ever see an index change
 * its owner.
 */
public final class Key {
  final int index;

  /** Shared by all keys that one storage ever had. */
  private final Succession succession;

  /** What strict mode remembers of this key. */
  private volatile @Nullable Object remembered;

  public Key(int index) {
    this.index = index;
    this.succession = new Succession(this);
  }

  private Key(int index, Succession succession) {
    this.index = index;
    this.succession = succession;
  }

  /**
   * Makes the key that takes this one's place in its storage. Thread-safe.
   *
   * @return a key that equals no other
   */
  public Key replaced() {
    Key next = KeyIndexAllocator.newKey(index -> new Key(index, succession));
    succession.current = next;
    succession.replaced = true;
    return next;
  }

  /** The key that the storage of this one has now. */
  public Key current() {
    return succession.current;
  }

  /** Whether both are or were keys of one storage. */
  public boolean isOfStorageOf(Key other) {
    return succession == other.succession;
  }

  /** What {@link #remember} was given last. */
  public @Nullable Object remembered() {
    return remembered;
  }

  /** Keeps something of strict mode's for as long as the key lives. */
  public void remember(@Nullable Object memory) {
    remembered = memory;
  }

  /**
   * Makes a new key. Thread-safe.
   *
   * @return a key that equals no other
   */
  public static Key create() {
    return KeyIndexAllocator.newKey(Key::new);
  }

  /**
   * Makes the key of a storage with a name. Thread-safe.
   *
   * @param name the storage's name; empty for none
   * @return a key that equals no other
   */
  public static Key create(String name) {
    Key key = create();
    if (!name.isEmpty()) {
      KeyRegistry.add(name, key.succession);
    }
    return key;
  }

  /** Knows the key that a storage has now. */
  static final class Succession {
    private volatile Key current;
    private volatile boolean replaced;

    private Succession(Key first) {
      this.current = first;
    }

    public Key current() {
      return current;
    }

    boolean wasReplaced() {
      return replaced;
    }
  }
}
