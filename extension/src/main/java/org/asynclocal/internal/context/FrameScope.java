package org.asynclocal.internal.context;

import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.config.CoreMessages;
import org.asynclocal.internal.hook.ExecutionStack;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * Makes a frame the current thread's until {@link #restore}. The providers and the request boundary
 * are built on it. Nothing that is bound or left open inside outlives it.
 */
public class FrameScope extends ThreadScope {

  /**
   * Begins the frame on the current thread.
   *
   * @param frame the frame
   * @param resource its resource; null if no hook was enabled at the capture
   */
  protected FrameScope(ContextFrame frame, @Nullable ResourceHandle resource) {
    super(begun(resource));
    try {
      ExecutionStack trace = resource == null ? null : CurrentContext.trace();
      if (trace != null) {
        trace.claim(this);
      }
      begin(CurrentContext.begun(frame, null));
    } catch (Throwable failed) {
      endExecution();
      throw failed;
    }
  }

  /** Calls the hooks before the frame is on the thread: they see the frame of the caller. */
  private static @Nullable Object begun(@Nullable ResourceHandle resource) {
    if (resource != null) {
      resource.begin();
    }
    return CurrentContext.content();
  }

  /**
   * Clears the bindings of the current thread for a request or a timer. Its end does not wait for
   * scopes that were begun inside it.
   */
  public static FrameScope ofNothing() {
    return ofRequest(ContextFrame.empty(), null);
  }

  /**
   * Begins the frame of a request on the current thread. Its end does not wait for scopes that were
   * begun inside it.
   *
   * @param frame the request's frame
   * @param resource the request's resource; null while no hook is enabled
   */
  public static FrameScope ofRequest(ContextFrame frame, @Nullable ResourceHandle resource) {
    return new OfRequest(frame, resource);
  }

  /**
   * Restores the thread's earlier content, once. While an inner scope is open, this waits for its
   * end. On another thread it changes nothing and is reported.
   *
   * @throws IllegalStateException if it has ended already
   */
  public final void restore() {
    if (isEnded()) {
      throw new IllegalStateException(CoreMessages.ENDED_TWICE.text());
    }
    if (isOnThisThread()) {
      end();
      endExecution();
    } else {
      CoreMessages.ENDED_ON_OTHER_THREAD.report(Thread.currentThread().getName());
    }
  }

  private void endExecution() {
    ExecutionStack trace = CurrentContext.trace();
    if (trace != null) {
      trace.endOwnedBy(this);
    }
  }

  /** Ends the execution for the hooks, since the runtime forgot to. */
  @Override
  final void tellUnclosed() {
    endExecution();
  }

  @Override
  final @Nullable Object undo(@Nullable Object content) {
    return outside;
  }

  @Override
  final boolean replacesFrame() {
    return true;
  }

  @Override
  final boolean heldBy(ThreadScope inner) {
    return true;
  }

  @Override
  boolean outranks(ThreadScope inner) {
    return inner instanceof BindingScope;
  }

  @Override
  final boolean restores(Key key) {
    return true;
  }

  /** A scope whose end also ends those that a runtime began inside it and never ended. */
  private static final class OfRequest extends FrameScope {
    OfRequest(ContextFrame frame, @Nullable ResourceHandle resource) {
      super(frame, resource);
    }

    @Override
    boolean outranks(ThreadScope inner) {
      return true;
    }
  }
}
