package org.asynclocal.internal;

import org.asynclocal.Scope;
import org.jspecify.annotations.Nullable;

/** One storage bound on one thread until closed. */
public final class StorageScope extends Opening implements Scope {
  private final Key key;
  private final @Nullable Object inside;
  private final @Nullable Frame outer;
  private final String storage;

  private StorageScope(
      @Nullable Object outside,
      @Nullable Object inside,
      @Nullable Frame outer,
      Key key,
      String storage) {
    super(outside, inside);
    this.key = key;
    this.inside = inside;
    this.outer = outer;
    this.storage = storage;
  }

  public static StorageScope open(Key key, @Nullable Object value, String storage) {
    Object outside = ThreadSlot.content();
    Frame outer = ThreadSlot.frameOf(outside);
    Object inside = ThreadSlot.bound(Frame.bind(outer, key, value), key, outside);
    return new StorageScope(outside, inside, outer, key, storage);
  }

  @Override
  public void close() {
    if (isEnded()) {
      misused(CoreMessages.SCOPE_CLOSED_TWICE);
      return;
    }
    if (!isOnThisThread() || !ThreadSlot.owns(inside)) {
      report(CoreMessages.SCOPE_ON_OTHER_THREAD);
    } else if (!end()) {
      report(CoreMessages.SCOPE_OUT_OF_ORDER);
    }
  }

  private void report(Message message) {
    message.report(storage, Thread.currentThread().getName());
    misused(message);
  }

  private void misused(Message message) {
    Watch watch = Watch.active();
    if (watch != null) {
      watch.misused(message, key, storage);
    }
  }

  @Override
  void tellUnclosed() {
    if (!isEnded()) {
      misused(CoreMessages.SCOPE_NEVER_CLOSED);
    }
  }

  /**
   * A scope that waited may end while the thread works for another owner, and leaves that alone.
   */
  @Override
  @Nullable Object undo(@Nullable Object content) {
    return content == inside || ThreadSlot.owns(inside)
        ? ThreadBinding.undo(key, content, inside, outside, outer)
        : content;
  }

  @Override
  boolean heldBy(Opening inner) {
    return !(inner instanceof StorageScope scope) || scope.restores(key);
  }

  @Override
  boolean outranks(Opening inner) {
    return false;
  }

  @Override
  boolean restores(Key other) {
    return key.isOfStorageOf(other);
  }
}
