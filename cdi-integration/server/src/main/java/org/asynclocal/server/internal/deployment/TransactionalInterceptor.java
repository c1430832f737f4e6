package org.asynclocal.server.internal.deployment;

import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.io.Serial;
import java.io.Serializable;
import java.util.concurrent.CompletionStage;
import org.asynclocal.server.internal.executor.Propagation;
import org.asynclocal.server.internal.transaction.TransactionStages;
import org.asynclocal.server.internal.transaction.TransactionTaskTracker;
import org.jspecify.annotations.Nullable;

/**
 * Stands around transactional methods, inside their transaction: reports a call beside a task of
 * the same transaction, waits for the tasks of executors that want it, and lets the transaction end
 * with the method's stage, by what that failed with.
 *
 * <p>Serializable for the beans that are passivated.
 */
abstract class TransactionalInterceptor implements Serializable {
  /** Inside {@code @Transactional}, outside of {@link UnfinishedTasksInterceptor}. */
  static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 210;

  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // containers inject a client proxy, which is serializable
  private final ServerKitExtension kit;

  TransactionalInterceptor(ServerKitExtension kit) {
    this.kit = kit;
  }

  @AroundInvoke
  @Nullable Object around(InvocationContext invocation) throws Exception {
    Propagation propagation = kit.propagation();
    TransactionStages stages = propagation.stages();
    if (stages == null) {
      return invocation.proceed();
    }
    stages.reportTasksBeside(invocation.getMethod());
    Object result = propagation.waits() ? waiting(invocation, stages) : invocation.proceed();
    if (!(result instanceof CompletionStage<?> stage)) {
      return result;
    }
    CompletionStage<?> shown =
        begins(invocation)
            ? stages.ending(
                stage, InterceptorBindings.find(Transactional.class, invocation).orElseThrow())
            : stages.unwrapped(stage);
    return invocation.getMethod().getReturnType().isInstance(shown) ? shown : result;
  }

  /**
   * Returns whether the method begins its own transaction, which ends with it or with its stage.
   */
  abstract boolean begins(InvocationContext invocation);

  private static @Nullable Object waiting(InvocationContext invocation, TransactionStages stages)
      throws Exception {
    TransactionTaskTracker tasks = stages.tasksHere();
    return tasks != null && tasks.claim()
        ? tasks.waitWhereChosen().around(invocation, stages, true)
        : invocation.proceed();
  }
}
