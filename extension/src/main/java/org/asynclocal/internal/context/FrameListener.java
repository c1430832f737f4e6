package org.asynclocal.internal.context;

import java.util.Arrays;
import org.asynclocal.internal.config.LazySwitch;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the current thread has to something outside of the library that keeps a state of the
 * thread too. While there is none, a change of the thread's frame costs one look at {@link
 * #active}.
 *
 * <p>Implementations are thread-safe and never throw.
 */
public abstract class FrameListener {
  private static final LazySwitch LISTENERS = LazySwitch.create();

  private static volatile FrameListener @Nullable [] active;

  /** The thread's frame is another one now. */
  protected abstract void show(@Nullable ContextFrame before, @Nullable ContextFrame after);

  /** Begins to tell the listener. */
  public static synchronized void add(FrameListener listener) {
    FrameListener[] old = active;
    int count = old == null ? 0 : old.length;
    FrameListener[] all = new FrameListener[count + 1];
    if (old != null) {
      System.arraycopy(old, 0, all, 0, count);
    }
    all[count] = listener;
    active = all;
    LISTENERS.use();
  }

  /** Ends to tell the listener. Does nothing if it is not told. */
  public static synchronized void remove(FrameListener listener) {
    FrameListener[] old = active;
    if (old != null) {
      FrameListener[] left =
          Arrays.stream(old).filter(each -> each != listener).toArray(FrameListener[]::new);
      active = left.length == 0 ? null : left;
    }
  }

  /** Returns whether there may be a listener, at no cost while there never was one. */
  static boolean isListening() {
    return active() != null;
  }

  /**
   * Reports that the thread's frame was replaced, or the frame in the place that its content stands
   * for.
   */
  static void frameChanged(@Nullable ContextFrame before, @Nullable ContextFrame after) {
    FrameListener[] listeners = active();
    if (listeners != null) {
      tell(listeners, before, after);
    }
  }

  private static FrameListener @Nullable [] active() {
    return LISTENERS.isUsed() ? active : null;
  }

  private static void tell(
      FrameListener[] listeners, @Nullable ContextFrame before, @Nullable ContextFrame after) {
    for (FrameListener listener : listeners) {
      listener.show(before, after);
    }
  }
}
