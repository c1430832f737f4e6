package org.asynclocal.internal.context;

import java.util.Arrays;
import org.asynclocal.internal.config.LazySwitch;
import org.jspecify.annotations.Nullable;

/**
 * Observes changes of a thread's frame, for state outside the library that follows it, such as a
 * log's MDC. While there is no listener, a change costs one read of {@link #active}.
 *
 * <p>Implementations are thread-safe and never throw.
 */
public abstract class FrameListener {
  private static final LazySwitch LISTENERS = LazySwitch.create();

  private static volatile FrameListener @Nullable [] active;

  /** Called after the frame of the current thread has changed. */
  protected abstract void show(@Nullable ContextFrame before, @Nullable ContextFrame after);

  /** Called after a task with the frame has begun on a thread that had none. */
  protected abstract void begun(@Nullable ContextFrame frame);

  /** Adds a listener. */
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

  /** Removes a listener. Does nothing if it was not added. */
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
   * Reports to the listeners that the frame of the thread was replaced, or the frame that its
   * content stands for.
   */
  static void frameChanged(@Nullable ContextFrame before, @Nullable ContextFrame after) {
    FrameListener[] listeners = active();
    if (listeners != null) {
      tell(listeners, before, after);
    }
  }

  /** Reports to the listeners that a task with the frame has begun on a thread that had none. */
  static void taskBegun(@Nullable ContextFrame frame) {
    FrameListener[] listeners = active();
    if (listeners != null) {
      for (FrameListener listener : listeners) {
        listener.begun(frame);
      }
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
