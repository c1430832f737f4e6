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
 * The stores of one request, from dispatch to dispatch: those bound where it went asynchronous, or
 * else those that a dispatch left bound.
 *
 * <p>The dispatches of a request follow each other, on different threads.
 */
final class RequestState {
  private static final String ATTRIBUTE = RequestState.class.getName();

  /** What the hooks know the request as; null where none was enabled, and when it is over. */
  private final AtomicReference<@Nullable ResourceHandle> resource = new AtomicReference<>();

  private volatile ContextFrame frame = ContextFrame.empty();
  private volatile @Nullable Thread thread;
  private volatile boolean asynchronous;
  private volatile boolean entered;

  private RequestState() {}

  /** The request's flow, begun if this is its first dispatch. */
  static RequestState of(ServletRequest request) {
    // The request may have come from another application with its own copy of this class.
    if (request.getAttribute(ATTRIBUTE) instanceof RequestState begun) {
      return begun;
    }
    RequestState flow = new RequestState();
    request.setAttribute(ATTRIBUTE, flow);
    return flow;
  }

  /** Whether the request enters the application with this dispatch: true once. */
  boolean enters() {
    boolean first = !entered;
    entered = true;
    return first;
  }

  boolean isOnThisThread() {
    return thread == Thread.currentThread();
  }

  /** A dispatch begins on this thread. */
  FrameScope begin() {
    HookBridge tracing = HookBridge.active();
    if (tracing != null && resource.get() == null) {
      resource.set(tracing.created(HookBridge.HTTP_REQUEST));
    }
    thread = Thread.currentThread();
    asynchronous = false;
    return FrameScope.ofRequest(frame, resource.get());
  }

  /** The request goes on elsewhere after this dispatch, with what is bound now. */
  void goesOn() {
    if (isOnThisThread()) {
      asynchronous = true;
      frame = ContextFrame.capture();
    }
  }

  /** The request goes on with this context, at the latest until that completes. */
  void goesOnWith(AsyncContext started) {
    goesOn();
    if (resource.get() != null) {
      started.addListener(new CompletionListener(this));
    }
  }

  /** The dispatch ends on its thread, which still has what it left bound. */
  void end(FrameScope dispatch) {
    if (!asynchronous) {
      frame = ContextFrame.capture();
    }
    thread = null;
    dispatch.restore();
    if (!asynchronous) {
      over();
    }
  }

  /** Nothing more will come, save an error page. */
  void over() {
    ResourceHandle request = resource.getAndSet(null);
    if (request != null) {
      request.destroyed();
    }
  }
}
