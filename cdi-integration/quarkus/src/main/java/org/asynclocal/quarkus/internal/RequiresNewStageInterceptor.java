package org.asynclocal.quarkus.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;

/** For methods that begin a transaction of their own in any case. */
@Interceptor
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Priority(FailedStageInterceptor.PRIORITY)
class RequiresNewStageInterceptor extends FailedStageInterceptor {
  @Inject
  RequiresNewStageInterceptor(Instance<TransactionManager> managers) {
    super(managers);
  }
}
