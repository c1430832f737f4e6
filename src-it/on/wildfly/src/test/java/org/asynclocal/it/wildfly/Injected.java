package org.asynclocal.it.wildfly;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ManagedExecutor;

/** What an application injects. */
@Dependent
public class Injected {
  @Inject ManagedExecutor executor;
}
