package org.asynclocal.server.internal.deployment;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import java.io.Serial;
import java.io.Serializable;
import org.asynclocal.server.internal.transaction.TransactionStages;
import org.jspecify.annotations.Nullable;

/**
 * Notes, outside of the server's own interceptor, whether a method with {@code @Transactional}
 * begins its transaction or joins one: only who begins it ends it.
 *
 * <p>Serializable for the beans that are passivated.
 */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 190)
class JoinInterceptor implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private static final String BEGINS = JoinInterceptor.class.getName() + ".begins";

  @SuppressWarnings("serial") // containers inject a client proxy, which is serializable
  private final ServerKitExtension kit;

  @Inject
  JoinInterceptor(ServerKitExtension kit) {
    this.kit = kit;
  }

  @AroundInvoke
  @Nullable Object around(InvocationContext invocation) throws Exception {
    TransactionStages stages = kit.propagation().stages();
    if (stages != null) {
      invocation.getContextData().put(BEGINS, !stages.isTransactionHere());
    }
    return invocation.proceed();
  }

  static boolean begins(InvocationContext invocation) {
    return Boolean.TRUE.equals(invocation.getContextData().get(BEGINS));
  }
}
