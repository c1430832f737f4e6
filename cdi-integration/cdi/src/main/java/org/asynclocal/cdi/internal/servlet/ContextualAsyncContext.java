package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import org.asynclocal.AsyncLocalStorage;

/**
 * Binds tasks that are started and listeners that are added; delegates the rest to the container's
 * context.
 */
final class ContextualAsyncContext implements AsyncContext {
  private final AsyncContext context;
  private final RequestState state;

  ContextualAsyncContext(AsyncContext context, RequestState state) {
    this.context = context;
    this.state = state;
  }

  @Override
  public void start(Runnable run) {
    context.start(AsyncLocalStorage.bindRunnable(run));
  }

  @Override
  public void addListener(AsyncListener listener) {
    context.addListener(new ContextualAsyncListener(listener));
  }

  @Override
  public void addListener(
      AsyncListener listener, ServletRequest request, ServletResponse response) {
    context.addListener(new ContextualAsyncListener(listener), request, response);
  }

  @Override
  public void dispatch() {
    state.becomesAsynchronous();
    context.dispatch();
  }

  @Override
  public void dispatch(String path) {
    state.becomesAsynchronous();
    context.dispatch(path);
  }

  @Override
  public void dispatch(ServletContext target, String path) {
    state.becomesAsynchronous();
    context.dispatch(target, path);
  }

  @Override
  public ServletRequest getRequest() {
    return context.getRequest();
  }

  @Override
  public ServletResponse getResponse() {
    return context.getResponse();
  }

  @Override
  public boolean hasOriginalRequestAndResponse() {
    return context.hasOriginalRequestAndResponse();
  }

  @Override
  public void complete() {
    context.complete();
  }

  @Override
  public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
    return context.createListener(type);
  }

  @Override
  public void setTimeout(long timeout) {
    context.setTimeout(timeout);
  }

  @Override
  public long getTimeout() {
    return context.getTimeout();
  }
}
