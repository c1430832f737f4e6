package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;

/** Ends the request's resource when an asynchronous request completes. */
final class CompletionListener implements AsyncListener {
  private final RequestState state;

  CompletionListener(RequestState state) {
    this.state = state;
  }

  @Override
  public void onComplete(AsyncEvent event) {
    state.ended();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // onComplete is called afterwards.
  }

  @Override
  public void onError(AsyncEvent event) {
    // onComplete is called afterwards.
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // The new context has a listener of its own.
  }
}
