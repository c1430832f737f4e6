package org.asynclocal.cdi.internal.storage;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serial;
import java.io.Serializable;
import org.asynclocal.cdi.ContextBoundary;
import org.asynclocal.internal.context.FrameScope;
import org.jspecify.annotations.Nullable;

/**
 * Clears the thread's stores around methods with {@code @ContextBoundary}. Serializable, because
 * beans with it may be passivated.
 */
@Interceptor
@ContextBoundary
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class ContextBoundaryInterceptor implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  @AroundInvoke
  @AroundTimeout
  @Nullable Object enter(InvocationContext invocation) throws Exception {
    FrameScope nothing = FrameScope.ofNothing();
    try {
      return invocation.proceed();
    } finally {
      nothing.restore();
    }
  }
}
