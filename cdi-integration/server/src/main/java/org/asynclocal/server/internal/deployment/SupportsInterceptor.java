package org.asynclocal.server.internal.deployment;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.Serial;

/** For methods that join a transaction with {@code @Transactional(TxType.SUPPORTS)}. */
@Interceptor
@Transactional(TxType.SUPPORTS)
@Priority(TransactionalInterceptor.PRIORITY)
class SupportsInterceptor extends TransactionalInterceptor {
  @Serial private static final long serialVersionUID = 1L;

  @Inject
  SupportsInterceptor(ServerKitExtension kit) {
    super(kit);
  }

  @Override
  boolean begins(InvocationContext invocation) {
    return false;
  }
}
