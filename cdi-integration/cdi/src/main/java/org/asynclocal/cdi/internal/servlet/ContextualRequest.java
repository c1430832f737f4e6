package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose asynchronous continuations have its stores. */
final class ContextualRequest extends HttpServletRequestWrapper {
  private final RequestState flow;

  ContextualRequest(HttpServletRequest request, RequestState flow) {
    super(request);
    this.flow = flow;
  }

  /** Whether the request is one of these, or wraps one. */
  static boolean isIn(ServletRequest request) {
    return request instanceof ContextualRequest
        || (request instanceof ServletRequestWrapper wrapper
            && wrapper.isWrapperFor(ContextualRequest.class));
  }

  @Override
  public AsyncContext startAsync() {
    return followed(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return followed(super.startAsync(request, response));
  }

  @Override
  public AsyncContext getAsyncContext() {
    return new ContextualAsyncContext(super.getAsyncContext(), flow);
  }

  private AsyncContext followed(AsyncContext started) {
    flow.goesOnWith(started);
    return new ContextualAsyncContext(started, flow);
  }
}
