package org.asynclocal.cdi.internal.rest;

import org.asynclocal.internal.context.HeldFrame;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptor;
import org.eclipse.microprofile.rest.client.ext.AsyncInvocationInterceptorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Gives the stores of the caller to the thread that an asynchronous method of MicroProfile REST
 * Client goes on: there some clients, such as Jersey's, run their filters. Thread-safe.
 */
final class ContextualInvocations implements AsyncInvocationInterceptorFactory {
  @Override
  public AsyncInvocationInterceptor newInterceptor() {
    return new Carried();
  }

  /** Of one call. What is captured on the caller's thread is handed over by the client. */
  private static final class Carried implements AsyncInvocationInterceptor {
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
