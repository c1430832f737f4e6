package org.asynclocal.cdi.internal.rest;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serial;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * Lets the answer of a resource method that comes later come with the stores of the request, so
 * that filters, interceptors, writers and exception mappers see them on whatever thread it comes.
 */
@Interceptor
@AsyncResponseBinding
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class AsyncResponseInterceptor implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  @AroundInvoke
  @Nullable Object invoke(InvocationContext invocation) throws Exception {
    @Nullable Object[] parameters = invocation.getParameters();
    Runnable returned = ContextualAsyncResponse.putIn(parameters);
    invocation.setParameters(parameters);
    Object result;
    try {
      result = invocation.proceed();
    } finally {
      returned.run();
    }
    return result instanceof CompletionStage<?> stage
            && RestExtension.isStage(invocation.getMethod().getReturnType())
        ? followed(stage)
        : result;
  }

  private static <T extends @Nullable Object> CompletionStage<T> followed(
      CompletionStage<T> stage) {
    ContextFrame request = ContextFrame.capture();
    CompletableFuture<T> answer = new CompletableFuture<>();
    stage.whenComplete(
        (result, failure) ->
            request.run(
                () -> {
                  if (failure == null) {
                    answer.complete(result);
                  } else {
                    answer.completeExceptionally(failure);
                  }
                }));
    return answer;
  }
}
