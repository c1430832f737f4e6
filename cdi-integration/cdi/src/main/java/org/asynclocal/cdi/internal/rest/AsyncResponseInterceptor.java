package org.asynclocal.cdi.internal.rest;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serial;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Binds the request's stores when a resource method responds later, so that filters, interceptors,
 * writers and exception mappers see them on any thread.
 */
@Interceptor
@AsyncResponseBinding
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class AsyncResponseInterceptor implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // CDI requires containers to make Instance passivation capable
  private final Instance<RequestContinuation.Factory> factories;

  @Inject
  AsyncResponseInterceptor(Instance<RequestContinuation.Factory> factories) {
    this.factories = factories;
  }

  @AroundInvoke
  @Nullable Object invoke(InvocationContext invocation) throws Exception {
    @Nullable Object[] parameters = invocation.getParameters();
    Runnable returned = ContextualAsyncResponse.replaceIn(parameters, this::capture);
    invocation.setParameters(parameters);
    Object result;
    try {
      result = invocation.proceed();
    } finally {
      returned.run();
    }
    return result instanceof CompletionStage<?> stage
            && RestExtension.isStage(invocation.getMethod().getReturnType())
        ? contextual(stage)
        : result;
  }

  private RequestContinuation capture() {
    return factories.isResolvable() ? factories.get().capture() : RequestContinuation.ofStores();
  }

  private <T extends @Nullable Object> CompletionStage<T> contextual(CompletionStage<T> stage) {
    RequestContinuation request = capture();
    CompletableFuture<T> response = new CompletableFuture<>();
    stage.whenComplete(
        (result, failure) ->
            request.call(
                () ->
                    failure == null
                        ? response.complete(result)
                        : response.completeExceptionally(failure)));
    return response;
  }
}
