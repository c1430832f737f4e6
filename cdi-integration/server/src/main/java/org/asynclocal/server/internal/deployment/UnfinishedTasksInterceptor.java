package org.asynclocal.server.internal.deployment;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import org.asynclocal.server.UnfinishedTasks;
import org.asynclocal.server.internal.transaction.TransactionStages;
import org.asynclocal.server.internal.transaction.TransactionTaskTracker;
import org.jspecify.annotations.Nullable;

/** Serializable for the beans that are passivated. */
@Interceptor
@UnfinishedTasks(UnfinishedTasks.Choice.REPORT)
@Priority(UnfinishedTasksInterceptor.PRIORITY)
class UnfinishedTasksInterceptor implements Serializable {
  /** Inside {@code @Transactional}, outside the application's and libraries' interceptors. */
  static final int PRIORITY = Interceptor.Priority.PLATFORM_BEFORE + 220;

  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // containers inject a client proxy, which is serializable
  private final ServerKitExtension kit;

  @Inject
  UnfinishedTasksInterceptor(ServerKitExtension kit) {
    this.kit = kit;
  }

  @AroundInvoke
  @AroundTimeout
  @Nullable Object around(InvocationContext invocation) throws Exception {
    TransactionStages stages = kit.propagation().stages();
    TransactionTaskTracker tasks = stages == null ? null : stages.tasksHere();
    if (stages == null || tasks == null) {
      return invocation.proceed();
    }
    UnfinishedTasks binding =
        InterceptorBindings.find(UnfinishedTasks.class, invocation).orElseThrow();
    tasks.choose(binding.value());
    return binding.value() == UnfinishedTasks.Choice.WAIT
        ? tasks
            .waitForAll(Duration.ofSeconds(binding.timeoutSeconds()))
            .around(
                invocation,
                stages,
                InterceptorBindings.find(Transactional.class, invocation).isPresent())
        : invocation.proceed();
  }
}
