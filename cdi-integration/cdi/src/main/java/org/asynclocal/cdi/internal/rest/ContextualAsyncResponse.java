package org.asynclocal.cdi.internal.rest;

import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.TimeoutHandler;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/** A response that is resumed with the stores of its request. Thread-safe. */
final class ContextualAsyncResponse implements AsyncResponse {
  private final AsyncResponse response;
  private volatile ContextFrame request = ContextFrame.capture();

  /** The request's thread while the resource method is on it; there nothing is replayed. */
  private volatile @Nullable Thread invoking = Thread.currentThread();

  private volatile boolean hasTimeoutHandler;

  private ContextualAsyncResponse(AsyncResponse response) {
    this.response = response;
  }

  /**
   * Replaces the response among the parameters of a resource method.
   *
   * @return to be run on this thread when the method has returned
   */
  static Runnable putIn(@Nullable Object[] parameters) {
    for (int i = 0; i < parameters.length; i++) {
      if (parameters[i] instanceof AsyncResponse response) {
        ContextualAsyncResponse followed = new ContextualAsyncResponse(response);
        parameters[i] = followed;
        return followed::returned;
      }
    }
    return () -> {};
  }

  private void returned() {
    request = ContextFrame.capture();
    invoking = null;
  }

  private boolean answer(Answer answer) {
    return invoking == Thread.currentThread() ? answer.give() : request.call(answer::give);
  }

  @Override
  public boolean resume(Object result) {
    return answer(() -> response.resume(result));
  }

  @Override
  public boolean resume(Throwable failure) {
    return answer(() -> response.resume(failure));
  }

  @Override
  public boolean cancel() {
    return answer(response::cancel);
  }

  @Override
  public boolean cancel(int retryAfter) {
    return answer(() -> response.cancel(retryAfter));
  }

  @Override
  public boolean cancel(Date retryAfter) {
    return answer(() -> response.cancel(retryAfter));
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

  /** Without a handler the answer is the one that the specification asks for, with the stores. */
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
    response.setTimeoutHandler(late -> request.run(() -> handler.handleTimeout(this)));
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
  private interface Answer {
    boolean give();
  }
}
