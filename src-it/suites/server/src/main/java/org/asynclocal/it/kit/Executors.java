package org.asynclocal.it.kit;

import io.smallrye.context.api.ManagedExecutorConfig;
import io.smallrye.context.api.ThreadContextConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** The injection points of an application. */
@Dependent
public class Executors {
  @Inject ManagedExecutor plain;

  @Inject
  @ManagedExecutorConfig(maxAsync = 4)
  ManagedExecutor four;

  @Inject
  @ManagedExecutorConfig(maxAsync = 1, maxQueued = 1)
  ManagedExecutor one;

  @Inject
  @ManagedExecutorConfig(
      propagated = {},
      cleared = ThreadContext.ALL_REMAINING)
  ManagedExecutor cleared;

  @Inject ThreadContext context;

  @Inject
  @ThreadContextConfig(
      propagated = {},
      cleared = ThreadContext.ALL_REMAINING)
  ThreadContext clearedContext;

  @Inject
  @ThreadContextConfig(
      propagated = {},
      unchanged = ThreadContext.ALL_REMAINING)
  ThreadContext unchanged;
}
