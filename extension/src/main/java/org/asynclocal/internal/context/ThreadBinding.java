package org.asynclocal.internal.context;

import org.asynclocal.CallableOp;
import org.asynclocal.RunnableOp;
import org.asynclocal.internal.binding.Key;
import org.jspecify.annotations.Nullable;

/** Binds one storage on the current thread for the time of a call. */
public final class ThreadBinding {
  private ThreadBinding() {}

  /**
   * Calls the operation with the key bound, and restores that key alone, whatever happened inside.
   */
  public static <R extends @Nullable Object, X extends Throwable> R call(
      Key key, @Nullable Object value, CallableOp<R, X> op) throws X {
    Object outside = CurrentContext.content();
    ThreadScope open = CurrentContext.openBeneath(outside);
    ContextFrame outer = CurrentContext.frameOf(outside);
    Object inside = CurrentContext.bound(ContextFrame.bind(outer, key, value), key, outside);
    CurrentContext.swap(outside, inside);
    try {
      return op.call();
    } finally {
      end(key, inside, outside, outer, open);
    }
  }

  /**
   * As {@link #call}, and not by way of it: what makes a call of the operation is an object more
   * wherever the compiler does not see through both.
   */
  public static <X extends Throwable> void run(Key key, @Nullable Object value, RunnableOp<X> op)
      throws X {
    Object outside = CurrentContext.content();
    ThreadScope open = CurrentContext.openBeneath(outside);
    ContextFrame outer = CurrentContext.frameOf(outside);
    Object inside = CurrentContext.bound(ContextFrame.bind(outer, key, value), key, outside);
    CurrentContext.swap(outside, inside);
    try {
      op.run();
    } finally {
      end(key, inside, outside, outer, open);
    }
  }

  private static void end(
      Key key,
      @Nullable Object inside,
      @Nullable Object outside,
      @Nullable ContextFrame outer,
      @Nullable ThreadScope open) {
    if (CurrentContext.isUnchanged(inside, open)) {
      CurrentContext.swap(inside, outside);
    } else {
      endChanged(key, inside, outside, outer, open);
    }
  }

  private static void endChanged(
      Key key,
      @Nullable Object inside,
      @Nullable Object outside,
      @Nullable ContextFrame outer,
      @Nullable ThreadScope open) {
    if (CurrentContext.open() != open) {
      ThreadScope.leave(key, open);
    }
    Object content = CurrentContext.content();
    Object restored = ThreadScope.undone(key, undo(key, content, inside, outside, outer), open);
    CurrentContext.replace(content, restored, CurrentContext.open());
    CurrentContext.markReplaced(outside);
  }

  /**
   * The content with the key as it was outside, in the outer frame: a plain swap back where nothing
   * was entered meanwhile.
   */
  static @Nullable Object undo(
      Key key,
      @Nullable Object content,
      @Nullable Object inside,
      @Nullable Object outside,
      @Nullable ContextFrame outer) {
    if (content == inside) {
      return outside;
    }
    ContextFrame entered = CurrentContext.frameOf(content);
    ContextFrame restored =
        key.current() == key
            ? ContextFrame.restore(entered, key, outer)
            // Disabled meanwhile, perhaps more than once, and perhaps entered between.
            : ContextFrame.unbindStorage(entered, key);
    return CurrentContext.unbound(restored, key, content, outside);
  }
}
