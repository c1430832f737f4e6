package org.asynclocal.server;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serial;
import java.io.Serializable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Shows the one who ends a transaction what its method's stage failed with. A future wraps the
 * failures of its tasks in a {@link java.util.concurrent.CompletionException}, which hides them
 * from {@code rollbackOn} and {@code dontRollbackOn} and makes a checked exception an unchecked
 * one.
 *
 * <p>Serializable for the beans that are passivated.
 */
abstract class FailedStageInterceptor implements Serializable {
  /** Inside {@code @Transactional}, outside of {@link UnfinishedTasksInterceptor}. */
  static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 210;

  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // containers inject a client proxy, which is serializable
  private final ServerKitExtension kit;

  FailedStageInterceptor(ServerKitExtension kit) {
    this.kit = kit;
  }

  @AroundInvoke
  @Nullable Object around(InvocationContext invocation) throws Exception {
    Object result = invocation.proceed();
    TransactionStages stages = kit.contexts().stages();
    if (stages == null || !(result instanceof CompletionStage<?> stage)) {
      return result;
    }
    CompletionStage<?> unwrapped = stages.unwrapped(stage);
    return invocation.getMethod().getReturnType().isInstance(unwrapped) ? unwrapped : result;
  }
}
