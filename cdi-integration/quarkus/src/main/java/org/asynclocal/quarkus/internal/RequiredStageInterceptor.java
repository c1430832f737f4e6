package org.asynclocal.quarkus.internal;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;

/** Intercepts methods that begin a transaction with {@code @Transactional}. */
@Interceptor
@Transactional
@Priority(FailedStageInterceptor.PRIORITY)
class RequiredStageInterceptor extends FailedStageInterceptor {
  @Inject
  RequiredStageInterceptor(Instance<TransactionManager> managers) {
    super(managers);
  }
}
