package org.asynclocal.internal;

import org.asynclocal.CallableOp;
import org.asynclocal.RunnableOp;
import org.jspecify.annotations.Nullable;

/** Binds one storage on the current thread for the time of a call. */
public final class ThreadBinding {
  private ThreadBinding() {}

  /**
   * Calls the operation with the key bound, and restores that key alone, whatever happened inside.
   */
  public static <R extends @Nullable Object, X extends Throwable> R call(
      Key key, @Nullable Object value, CallableOp<R, X> op) throws X {
    Object outside = ThreadSlot.content();
    Opening open = ThreadSlot.openBeneath(outside);
    Frame outer = ThreadSlot.frameOf(outside);
    Object inside = ThreadSlot.bound(Frame.bind(outer, key, value), key, outside);
    ThreadSlot.swap(outside, inside);
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
    Object outside = ThreadSlot.content();
    Opening open = ThreadSlot.openBeneath(outside);
    Frame outer = ThreadSlot.frameOf(outside);
    Object inside = ThreadSlot.bound(Frame.bind(outer, key, value), key, outside);
    ThreadSlot.swap(outside, inside);
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
      @Nullable Frame outer,
      @Nullable Opening open) {
    if (ThreadSlot.isUnchanged(inside, open)) {
      ThreadSlot.swap(inside, outside);
    } else {
      endChanged(key, inside, outside, outer, open);
    }
  }

  private static void endChanged(
      Key key,
      @Nullable Object inside,
      @Nullable Object outside,
      @Nullable Frame outer,
      @Nullable Opening open) {
    if (ThreadSlot.open() != open) {
      Opening.leave(key, open);
    }
    Object content = ThreadSlot.content();
    Object restored = Opening.undone(key, undo(key, content, inside, outside, outer), open);
    ThreadSlot.replace(content, restored, ThreadSlot.open());
    ThreadSlot.markReplaced(outside);
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
      @Nullable Frame outer) {
    if (content == inside) {
      return outside;
    }
    Frame entered = ThreadSlot.frameOf(content);
    Frame restored =
        key.current() == key
            ? Frame.restore(entered, key, outer)
            // Disabled meanwhile, perhaps more than once, and perhaps entered between.
            : Frame.unbindStorage(entered, key);
    return ThreadSlot.unbound(restored, key, content, outside);
  }
}
