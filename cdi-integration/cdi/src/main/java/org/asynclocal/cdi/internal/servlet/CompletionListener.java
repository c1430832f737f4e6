package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Waits for the end of an asynchronous request. */
final class CompletionListener implements AsyncListener {
  private final RequestState flow;

  CompletionListener(RequestState flow) {
    this.flow = flow;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    flow.over();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // The completion follows.
  }

  @Override
  public void onError(AsyncEvent event) {
    // The completion follows.
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // The new context has its own.
  }
}
