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
    @Nullable Object[] cell = ThreadSlot.cell();
    Object outside = cell[ThreadSlot.CONTENT];
    Opening open = ThreadSlot.open(cell);
    Frame outer = ThreadSlot.frameOf(outside);
    Object inside = ThreadSlot.bound(Frame.bind(outer, key, value), key, outside);
    cell[ThreadSlot.CONTENT] = inside;
    Mirror.contentChanged(outside, inside);
    try {
      return op.call();
    } finally {
      end(cell, key, inside, outside, outer, open);
    }
  }

  /**
   * As {@link #call}, and not by way of it: what makes a call of the operation is an object more
   * wherever the compiler does not see through both.
   */
  public static <X extends Throwable> void run(Key key, @Nullable Object value, RunnableOp<X> op)
      throws X {
    @Nullable Object[] cell = ThreadSlot.cell();
    Object outside = cell[ThreadSlot.CONTENT];
    Opening open = ThreadSlot.open(cell);
    Frame outer = ThreadSlot.frameOf(outside);
    Object inside = ThreadSlot.bound(Frame.bind(outer, key, value), key, outside);
    cell[ThreadSlot.CONTENT] = inside;
    Mirror.contentChanged(outside, inside);
    try {
      op.run();
    } finally {
      end(cell, key, inside, outside, outer, open);
    }
  }

  private static void end(
      @Nullable Object[] cell,
      Key key,
      @Nullable Object inside,
      @Nullable Object outside,
      @Nullable Frame outer,
      @Nullable Opening open) {
    if (cell[ThreadSlot.OPEN] != open) {
      Opening.leave(cell, key, open);
    }
    Object content = cell[ThreadSlot.CONTENT];
    Object restored = Opening.undone(key, undo(key, content, inside, outside, outer), open);
    cell[ThreadSlot.CONTENT] = restored;
    Mirror.contentChanged(content, restored);
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
