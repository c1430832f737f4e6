package org.asynclocal.server;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.Serial;

/** For methods that begin a transaction with {@code @Transactional(TxType.REQUIRES_NEW)}. */
@Interceptor
@Transactional(TxType.REQUIRES_NEW)
@Priority(FailedStageInterceptor.PRIORITY)
class RequiresNewStageInterceptor extends FailedStageInterceptor {
  @Serial private static final long serialVersionUID = 1L;

  @Inject
  RequiresNewStageInterceptor(ServerKitExtension kit) {
    super(kit);
  }
}
