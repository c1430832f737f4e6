package org.asynclocal.internal.context;

import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.config.CoreMessages;
import org.asynclocal.internal.hook.ExecutionStack;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * A whole frame put on the current thread until {@link #end}: what the providers for other runtimes
 * and the request boundary build on. Nothing that was bound or left open meanwhile outlives it.
 */
public class FrameScope extends ThreadScope {

  /**
   * Begins the frame on the current thread; {@link #restore} puts back what was there.
   *
   * @param frame the frame
   * @param resource what the hooks know it as; null if they don't
   */
  protected FrameScope(ContextFrame frame, @Nullable ResourceHandle resource) {
    super(begun(resource), CurrentContext.begun(frame, null));
    ExecutionStack trace = resource == null ? null : CurrentContext.trace();
    if (trace != null) {
      trace.claim(this);
    }
  }

  /** Hooks run in the frame of whoever begins, so before this one is on the thread. */
  private static @Nullable Object begun(@Nullable ResourceHandle resource) {
    if (resource != null) {
      resource.begin();
    }
    return CurrentContext.content();
  }

  /**
   * Begins a thread without bindings, as a request or a timer finds it. Its end does not wait for
   * anything begun inside it.
   */
  public static FrameScope ofNothing() {
    return ofRequest(ContextFrame.empty(), null);
  }

  /**
   * Begins what one request has on each thread that it comes to. Its end does not wait for anything
   * begun inside it.
   *
   * @param frame the request's frame
   * @param resource what the hooks know the request as; null if they don't
   */
  public static FrameScope ofRequest(ContextFrame frame, @Nullable ResourceHandle resource) {
    return new OfRequest(frame, resource);
  }

  /**
   * Puts back what the thread held before, once. Ended before an inner one, it waits for that;
   * ended on another thread it leaves that thread alone and is reported.
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

  /** A runtime forgot it: the hooks are told of its end here. */
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

  /** Its end takes a replay along that a runtime began inside it and never ended. */
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
