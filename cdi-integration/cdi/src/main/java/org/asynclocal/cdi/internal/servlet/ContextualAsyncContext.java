package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import org.asynclocal.AsyncLocalStorage;

/** Binds what is started and registered; the rest goes to the container's own. */
final class ContextualAsyncContext implements AsyncContext {
  private final AsyncContext context;
  private final RequestState flow;

  ContextualAsyncContext(AsyncContext context, RequestState flow) {
    this.context = context;
    this.flow = flow;
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
    flow.goesOn();
    context.dispatch();
  }

  @Override
  public void dispatch(String path) {
    flow.goesOn();
    context.dispatch(path);
  }

  @Override
  public void dispatch(ServletContext target, String path) {
    flow.goesOn();
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
