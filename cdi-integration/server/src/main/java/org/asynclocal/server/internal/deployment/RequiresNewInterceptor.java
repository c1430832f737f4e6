package org.asynclocal.server.internal.deployment;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.Serial;

/** For methods that begin a transaction with {@code @Transactional(TxType.REQUIRES_NEW)}. */
@Interceptor
@Transactional(TxType.REQUIRES_NEW)
@Priority(TransactionalInterceptor.PRIORITY)
class RequiresNewInterceptor extends TransactionalInterceptor {
  @Serial private static final long serialVersionUID = 1L;

  @Inject
  RequiresNewInterceptor(ServerKitExtension kit) {
    super(kit);
  }

  @Override
  boolean begins(InvocationContext invocation) {
    return true;
  }
}
