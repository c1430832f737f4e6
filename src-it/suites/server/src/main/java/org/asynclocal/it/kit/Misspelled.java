package org.asynclocal.it.kit;

import io.smallrye.context.api.ManagedExecutorConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ManagedExecutor;

/** No server can deploy it: it means Security. */
@Dependent
public class Misspelled {
  @Inject
  @ManagedExecutorConfig(cleared = "Securty")
  ManagedExecutor executor;
}
