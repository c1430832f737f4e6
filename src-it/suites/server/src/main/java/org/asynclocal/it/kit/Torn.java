package org.asynclocal.it.kit;

import io.smallrye.context.api.ManagedExecutorConfig;
import io.smallrye.context.api.NamedInstance;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ManagedExecutor;

/** No server can deploy it: it says two things of one executor. */
@Dependent
public class Torn {
  @Inject
  @NamedInstance("shared")
  @ManagedExecutorConfig(maxAsync = 1)
  ManagedExecutor one;

  @Inject
  @NamedInstance("shared")
  @ManagedExecutorConfig(maxAsync = 2)
  ManagedExecutor two;
}
