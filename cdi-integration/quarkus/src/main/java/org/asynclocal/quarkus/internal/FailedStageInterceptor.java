package org.asynclocal.quarkus.internal;

import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.CompletionStage;
import org.asynclocal.cdi.internal.transaction.TransactionalStages;
import org.jspecify.annotations.Nullable;

/**
 * Unwraps the failure of a stage that a transactional method returns, for Quarkus, which ends the
 * transaction accordingly.
 */
abstract class FailedStageInterceptor {
  /** Runs inside {@code @Transactional}. */
  static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 210;

  private final Instance<TransactionManager> managers;

  FailedStageInterceptor(Instance<TransactionManager> managers) {
    this.managers = managers;
  }

  @AroundInvoke
  @Nullable Object around(InvocationContext invocation) throws Exception {
    Object result = invocation.proceed();
    if (!(result instanceof CompletionStage<?> stage) || !managers.isResolvable()) {
      return result;
    }
    CompletionStage<?> unwrapped = TransactionalStages.unwrapped(stage, this::outside);
    return invocation.getMethod().getReturnType().isInstance(unwrapped) ? unwrapped : result;
  }

  private void outside(Runnable action) {
    TransactionManager manager = managers.get();
    try {
      Transaction here = manager.suspend();
      try {
        action.run();
      } finally {
        manager.resume(here);
      }
    } catch (InvalidTransactionException | SystemException e) {
      throw new IllegalStateException("The transaction manager failed.", e);
    }
  }
}
