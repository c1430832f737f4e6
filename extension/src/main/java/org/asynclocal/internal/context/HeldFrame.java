package org.asynclocal.internal.context;

import org.jspecify.annotations.Nullable;

/**
 * The frame of a thread, for a library that captures and restores by itself. The frame may be put
 * on any thread; what was there is put back only on the thread that had it.
 */
public final class HeldFrame {
  private final ContextFrame frame;
  private final @Nullable Object content;
  private final long thread;

  private HeldFrame(ContextFrame frame, @Nullable Object content, long thread) {
    this.frame = frame;
    this.content = content;
    this.thread = thread;
  }

  /** Captures the frame of the current thread. */
  public static HeldFrame current() {
    return new HeldFrame(ContextFrame.capture(), CurrentContext.content(), currentThread());
  }

  /** Puts the frame on the current thread, in the place of what is there. */
  public void put() {
    put(frame);
  }

  /** Puts a frame without bindings on the current thread. */
  public static void putNothing() {
    put(ContextFrame.empty());
  }

  /** Puts back what this thread had. On another thread it does nothing. */
  public void restore() {
    if (thread == currentThread()) {
      CurrentContext.replace(CurrentContext.content(), content, CurrentContext.open());
    }
  }

  private static long currentThread() {
    return Thread.currentThread().getId();
  }

  private static void put(ContextFrame frame) {
    ThreadScope open = CurrentContext.open();
    CurrentContext.replace(CurrentContext.content(), CurrentContext.begun(frame, open), open);
  }
}
