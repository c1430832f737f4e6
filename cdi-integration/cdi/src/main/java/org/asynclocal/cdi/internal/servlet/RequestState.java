package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import java.util.concurrent.atomic.AtomicReference;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.context.FrameScope;
import org.asynclocal.internal.hook.HookBridge;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * Holds the stores of one request between its dispatches: those bound where it became asynchronous,
 * otherwise those that the last dispatch left bound. The dispatches of a request run one after
 * another, on different threads.
 */
final class RequestState {
  private static final String ATTRIBUTE = RequestState.class.getName();

  /** The request's resource in hooks; null if no hook was enabled, and when the request is over. */
  private final AtomicReference<@Nullable ResourceHandle> resource = new AtomicReference<>();

  private volatile ContextFrame frame = ContextFrame.empty();
  private volatile @Nullable Thread thread;
  private volatile boolean asynchronous;
  private volatile boolean entered;

  private RequestState() {}

  /** Returns the request's state, created with its first dispatch. */
  static RequestState of(ServletRequest request) {
    // The request may have come from another application with its own copy of this class.
    if (request.getAttribute(ATTRIBUTE) instanceof RequestState begun) {
      return begun;
    }
    RequestState state = new RequestState();
    request.setAttribute(ATTRIBUTE, state);
    return state;
  }

  /**
   * Returns true the first time it is called: the request enters the application with this
   * dispatch.
   */
  boolean enters() {
    boolean first = !entered;
    entered = true;
    return first;
  }

  boolean isOnThisThread() {
    return thread == Thread.currentThread();
  }

  /** Begins a dispatch on this thread. */
  FrameScope begin() {
    HookBridge tracing = HookBridge.active();
    if (tracing != null && resource.get() == null) {
      resource.set(tracing.created(HookBridge.HTTP_REQUEST));
    }
    thread = Thread.currentThread();
    asynchronous = false;
    return FrameScope.ofRequest(frame, resource.get());
  }

  /** Records that the request continues on another thread, with the stores that are bound now. */
  void becomesAsynchronous() {
    if (isOnThisThread()) {
      asynchronous = true;
      frame = ContextFrame.capture();
    }
  }

  /** Records that the request continues with this context until that completes. */
  void continuesWith(AsyncContext started) {
    becomesAsynchronous();
    if (resource.get() != null) {
      started.addListener(new CompletionListener(this));
    }
  }

  /** Ends the dispatch on its thread, which still holds what the dispatch left bound. */
  void end(FrameScope dispatch) {
    if (!asynchronous) {
      frame = ContextFrame.capture();
    }
    thread = null;
    dispatch.restore();
    if (!asynchronous) {
      ended();
    }
  }

  /** Ends the request's resource; only an error page may follow. */
  void ended() {
    ResourceHandle request = resource.getAndSet(null);
    if (request != null) {
      request.destroyed();
    }
  }
}
