package org.asynclocal.it.kit;

import io.smallrye.context.api.ManagedExecutorConfig;
import io.smallrye.context.api.NamedInstance;
import io.smallrye.context.api.ThreadContextConfig;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** Beans that no server can deploy. */
public final class Mistakes {
  private Mistakes() {}

  /** Means Security. */
  @Dependent
  public static class Misspelled {
    @Inject
    @ManagedExecutorConfig(cleared = "Securty")
    ManagedExecutor executor;
  }

  /** Wants both. */
  @Dependent
  public static class Contradicting {
    @Inject
    @ThreadContextConfig(propagated = ThreadContext.CDI, cleared = ThreadContext.CDI)
    ThreadContext context;
  }

  /** Says two things of one executor. */
  @Dependent
  public static class Torn {
    @Inject
    @NamedInstance("shared")
    @ManagedExecutorConfig(maxAsync = 1)
    ManagedExecutor one;

    @Inject
    @NamedInstance("shared")
    @ManagedExecutorConfig(maxAsync = 2)
    ManagedExecutor two;
  }
}
