package org.asynclocal.it.kit;

import io.smallrye.context.api.ThreadContextConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ThreadContext;

/** No server can deploy it: it wants both. */
@Dependent
public class Contradicting {
  @Inject
  @ThreadContextConfig(propagated = ThreadContext.CDI, cleared = ThreadContext.CDI)
  ThreadContext context;
}
