package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose asynchronous continuations see its stores. */
final class ContextualRequest extends HttpServletRequestWrapper {
  private final RequestState state;

  ContextualRequest(HttpServletRequest request, RequestState state) {
    super(request);
    this.state = state;
  }

  /** Returns whether the request is one of these, or wraps one. */
  static boolean isIn(ServletRequest request) {
    return request instanceof ContextualRequest
        || (request instanceof ServletRequestWrapper wrapper
            && wrapper.isWrapperFor(ContextualRequest.class));
  }

  @Override
  public AsyncContext startAsync() {
    return contextual(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return contextual(super.startAsync(request, response));
  }

  @Override
  public AsyncContext getAsyncContext() {
    return new ContextualAsyncContext(super.getAsyncContext(), state);
  }

  private AsyncContext contextual(AsyncContext started) {
    state.continuesWith(started);
    return new ContextualAsyncContext(started, state);
  }
}
