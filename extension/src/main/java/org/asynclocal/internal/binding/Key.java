package org.asynclocal.internal.binding;

import org.jspecify.annotations.Nullable;

/**
 * The identity of one storage's bindings. A storage has one key at a time; {@code disable()} gives
 * it a new one, which ends every binding made under the old key wherever it is, without a cost for
 * readers.
 *
 * <p>The index is dense, so that a map of {@link Bindings} finds a binding by position. It is
 * recycled once the key is unreachable; tables hold their keys strongly, so no table can ever see
 * an index change its owner.
 */
public final class Key {
  final int index;

  /** Shared by all keys that one storage ever had. */
  private final StorageIdentity identity;

  /** An object that strict mode keeps with this key. */
  private volatile @Nullable Object remembered;

  public Key(int index) {
    this.index = index;
    this.identity = new StorageIdentity(this);
  }

  private Key(int index, StorageIdentity identity) {
    this.index = index;
    this.identity = identity;
  }

  /**
   * Makes the key that takes this one's place in its storage. Thread-safe.
   *
   * @return a key that equals no other
   */
  public Key replaced() {
    Key next = KeyIndexAllocator.newKey(index -> new Key(index, identity));
    identity.replace(next);
    return next;
  }

  /** The key that the storage of this one has now. */
  public Key current() {
    return identity.current();
  }

  /** Returns whether both are, or were, keys of the same storage. */
  public boolean isOfStorageOf(Key other) {
    return identity == other.identity;
  }

  /** Returns the last object that was passed to {@link #remember}. */
  public @Nullable Object remembered() {
    return remembered;
  }

  /** Keeps an object of strict mode for as long as the key lives. */
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

  /** The storage that the key belongs to, through all its keys. */
  public StorageIdentity identity() {
    return identity;
  }
}
