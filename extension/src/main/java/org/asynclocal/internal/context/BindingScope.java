package org.asynclocal.internal.context;

import org.asynclocal.Scope;
import org.asynclocal.internal.binding.BindingObserver;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.config.CoreMessages;
import org.asynclocal.internal.config.Message;
import org.jspecify.annotations.Nullable;

/** One storage bound on one thread until closed. */
public final class BindingScope extends ThreadScope implements Scope {
  private final Key key;
  private final @Nullable Object inside;
  private final @Nullable ContextFrame outer;
  private final String storage;

  private BindingScope(
      @Nullable Object outside,
      @Nullable Object inside,
      @Nullable ContextFrame outer,
      Key key,
      String storage) {
    super(outside);
    this.key = key;
    this.inside = inside;
    this.outer = outer;
    this.storage = storage;
  }

  public static BindingScope open(Key key, @Nullable Object value, String storage) {
    Object outside = CurrentContext.content();
    ContextFrame outer = CurrentContext.frameOf(outside);
    Object inside = CurrentContext.bound(ContextFrame.bind(outer, key, value), key, outside);
    BindingScope scope = new BindingScope(outside, inside, outer, key, storage);
    scope.begin(inside);
    return scope;
  }

  @Override
  public void close() {
    if (isEnded()) {
      misused(CoreMessages.SCOPE_CLOSED_TWICE);
      return;
    }
    if (!isOnThisThread() || !CurrentContext.owns(inside)) {
      report(CoreMessages.SCOPE_ON_OTHER_THREAD);
    } else if (!end()) {
      report(CoreMessages.SCOPE_OUT_OF_ORDER);
    }
  }

  private void report(Message message) {
    message.report(storage, "thread '" + Thread.currentThread().getName() + "'", "");
    misused(message);
  }

  private void misused(Message message) {
    BindingObserver observer = BindingObserver.active();
    if (observer != null) {
      observer.misused(message, key, storage);
    }
  }

  @Override
  void tellUnclosed() {
    if (!isEnded()) {
      misused(CoreMessages.SCOPE_NEVER_CLOSED);
    }
  }

  /**
   * Leaves the content of another request alone: a scope that waited for an inner one may end while
   * the thread works for another request.
   */
  @Override
  @Nullable Object undo(@Nullable Object content) {
    return content == inside || CurrentContext.owns(inside)
        ? CurrentContext.undo(key, content, inside, outside, outer)
        : content;
  }

  @Override
  boolean replacesFrame() {
    return false;
  }

  @Override
  boolean heldBy(ThreadScope inner) {
    return !(inner instanceof BindingScope scope) || scope.restores(key);
  }

  @Override
  boolean outranks(ThreadScope inner) {
    return false;
  }

  @Override
  boolean restores(Key other) {
    return key.isOfStorageOf(other);
  }
}
