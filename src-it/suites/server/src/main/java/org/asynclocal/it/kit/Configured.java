package org.asynclocal.it.kit;

import io.smallrye.context.api.ManagedExecutorConfig;
import io.smallrye.context.api.NamedInstance;
import io.smallrye.context.api.ThreadContextConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.asynclocal.AsyncLocalStorage;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** Every way to configure what is injected. */
@Dependent
public class Configured {
  @Inject ManagedExecutor first;
  @Inject ManagedExecutor second;

  @Inject
  @NamedInstance("shared")
  @ManagedExecutorConfig(maxAsync = 1, propagated = AsyncLocalStorage.CONTEXT_TYPE)
  ManagedExecutor shared;

  @Inject
  @NamedInstance("shared")
  ManagedExecutor sharedToo;

  @Inject
  @ManagedExecutorConfig(
      propagated = AsyncLocalStorage.CONTEXT_TYPE,
      cleared = ThreadContext.ALL_REMAINING)
  ManagedExecutor storeOnly;

  @Inject
  @ManagedExecutorConfig(propagated = ThreadContext.SECURITY)
  ManagedExecutor byKey;

  @Inject
  @ThreadContextConfig(
      propagated = AsyncLocalStorage.CONTEXT_TYPE,
      unchanged = ThreadContext.ALL_REMAINING)
  ThreadContext storeOnlyContext;

  @Inject
  @NamedInstance("context")
  @ThreadContextConfig(cleared = AsyncLocalStorage.CONTEXT_TYPE)
  ThreadContext noStoreContext;

  @Inject
  @NamedInstance("context")
  ThreadContext noStoreContextToo;

  @Inject ThreadContext plainContext;

  final ManagedExecutor byParameter;

  @Inject
  Configured(@ManagedExecutorConfig(maxAsync = 1, maxQueued = 1) ManagedExecutor byParameter) {
    this.byParameter = byParameter;
  }
}
