package org.asynclocal.cdi.internal.rest;

import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.TimeoutHandler;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Resumes a response with the stores of its request. Thread-safe. */
final class ContextualAsyncResponse implements AsyncResponse {
  private final AsyncResponse response;
  private final RequestContinuation.Factory requests;
  private volatile RequestContinuation request;

  /**
   * The request's thread while the resource method runs on it; there the stores are bound already.
   */
  private volatile @Nullable Thread invoking = Thread.currentThread();

  private volatile boolean hasTimeoutHandler;

  private ContextualAsyncResponse(AsyncResponse response, RequestContinuation.Factory requests) {
    this.response = response;
    this.requests = requests;
    this.request = requests.capture();
  }

  /**
   * Replaces the response among the parameters of a resource method.
   *
   * @return an action to run on this thread when the method has returned
   */
  static Runnable replaceIn(@Nullable Object[] parameters, RequestContinuation.Factory requests) {
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof AsyncResponse response) {
        ContextualAsyncResponse contextual = new ContextualAsyncResponse(response, requests);
        parameters[i] = contextual;
        return contextual::returned;
      }
    }
    return () -> {};
  }

  private void returned() {
    request = requests.capture();
    invoking = null;
  }

  private void timedOut(TimeoutHandler handler) {
    boolean unused =
        request.call(
            () -> {
              handler.handleTimeout(this);
              return true;
            });
  }

  private boolean respond(Response resumption) {
    return invoking == Thread.currentThread() ? resumption.send() : request.call(resumption::send);
  }

  @Override
  public boolean resume(Object result) {
    return respond(() -> response.resume(result));
  }

  @Override
  public boolean resume(Throwable failure) {
    return respond(() -> response.resume(failure));
  }

  @Override
  public boolean cancel() {
    return respond(response::cancel);
  }

  @Override
  public boolean cancel(int retryAfter) {
    return respond(() -> response.cancel(retryAfter));
  }

  @Override
  public boolean cancel(Date retryAfter) {
    return respond(() -> response.cancel(retryAfter));
  }

  @Override
  public boolean isSuspended() {
    return response.isSuspended();
  }

  @Override
  public boolean isCancelled() {
    return response.isCancelled();
  }

  @Override
  public boolean isDone() {
    return response.isDone();
  }

  /** Adds the response that the specification asks for without a handler, with the stores bound. */
  @Override
  public boolean setTimeout(long time, TimeUnit unit) {
    if (!hasTimeoutHandler) {
      setTimeoutHandler(late -> late.resume(new ServiceUnavailableException()));
    }
    return response.setTimeout(time, unit);
  }

  @Override
  public void setTimeoutHandler(TimeoutHandler handler) {
    hasTimeoutHandler = true;
    response.setTimeoutHandler(late -> timedOut(handler));
  }

  @Override
  public Collection<Class<?>> register(Class<?> callback) {
    return response.register(callback);
  }

  @Override
  public Map<Class<?>, Collection<Class<?>>> register(Class<?> callback, Class<?>... callbacks) {
    return response.register(callback, callbacks);
  }

  @Override
  public Collection<Class<?>> register(Object callback) {
    return response.register(callback);
  }

  @Override
  public Map<Class<?>, Collection<Class<?>>> register(Object callback, Object... callbacks) {
    return response.register(callback, callbacks);
  }

  @FunctionalInterface
  private interface Response {
    boolean send();
  }
}
