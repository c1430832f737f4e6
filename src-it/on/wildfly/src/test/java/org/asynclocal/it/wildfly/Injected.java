package org.asynclocal.it.wildfly;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ManagedExecutor;

/** The injection points of an application. */
@Dependent
public class Injected {
  @Inject ManagedExecutor executor;
}
