package org.asynclocal.internal.context;

import org.jspecify.annotations.Nullable;

/**
 * The frame and the content of a thread, for a library that captures and restores by itself. Any
 * thread may take the frame; the content is restored only on the thread that it was captured on.
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

  /** Replaces the current thread's frame with this one. */
  public void put() {
    put(frame);
  }

  /** Clears the bindings of the current thread. */
  public static void putNothing() {
    put(ContextFrame.empty());
  }

  /** Restores the content that this thread had. Does nothing on another thread. */
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
