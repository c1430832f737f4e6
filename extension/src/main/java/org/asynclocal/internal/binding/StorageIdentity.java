package org.asynclocal.internal.binding;

/** The identity of a storage, shared by all keys that it ever had. Thread-safe. */
public final class StorageIdentity {
  private volatile Key current;
  private volatile boolean replaced;

  StorageIdentity(Key first) {
    this.current = first;
  }

  /** The key that the storage has now. */
  public Key current() {
    return current;
  }

  void replace(Key next) {
    current = next;
    replaced = true;
  }

  boolean wasReplaced() {
    return replaced;
  }
}
