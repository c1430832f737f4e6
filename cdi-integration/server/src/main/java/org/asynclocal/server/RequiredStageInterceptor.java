package org.asynclocal.server;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.io.Serial;

/** For methods that begin a transaction with {@code @Transactional}. */
@Interceptor
@Transactional
@Priority(FailedStageInterceptor.PRIORITY)
class RequiredStageInterceptor extends FailedStageInterceptor {
  @Serial private static final long serialVersionUID = 1L;

  @Inject
  RequiredStageInterceptor(ServerKitExtension kit) {
    super(kit);
  }
}
