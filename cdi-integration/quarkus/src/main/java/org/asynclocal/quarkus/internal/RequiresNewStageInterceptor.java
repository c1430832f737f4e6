package org.asynclocal.quarkus.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;

/** Intercepts methods that begin a new transaction in any case. */
@Interceptor
@Transactional(Transactional.TxType.REQUIRES_NEW)
@Priority(FailedStageInterceptor.PRIORITY)
class RequiresNewStageInterceptor extends FailedStageInterceptor {
  @Inject
  RequiresNewStageInterceptor(Instance<TransactionManager> managers) {
    super(managers);
  }
}
