package org.asynclocal.cdi.internal.rest;

import org.asynclocal.internal.context.HeldFrame;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptor;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Binds the caller's stores on the thread where an asynchronous method of MicroProfile REST Client
 * continues; some clients, such as Jersey's, run their filters there. Thread-safe.
 */
final class ContextualInvocations implements AsyncInvocationInterceptorFactory {
  @Override
  public AsyncInvocationInterceptor newInterceptor() {
    return new ContextualInvocation();
  }

  /** Holds the state of one call. The client publishes it safely from the caller's thread. */
  private static final class ContextualInvocation implements AsyncInvocationInterceptor {
    private @Nullable HeldFrame captured;
    private @Nullable HeldFrame before;

    @Override
    public void prepareContext() {
      captured = HeldFrame.current();
    }

    @Override
    public void applyContext() {
      if (captured != null) {
        before = HeldFrame.current();
        captured.put();
      }
    }

    @Override
    public void removeContext() {
      if (before != null) {
        before.restore();
      }
    }
  }
}
