package org.asynclocal.server.internal.executor;

import java.util.concurrent.Executor;
import org.asynclocal.internal.context.FrameScope;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Submits to an executor that captures its submitter, as one without stores and without an
 * identity: so it has nothing to bring that the providers are to bring, or not to.
 *
 * @param captures the executor
 * @param anonymous the anonymous identity; null where the kit knows of no identities, which are
 *     then left to the executor
 */
record AnonymousSubmitter(Executor captures, @Nullable ThreadContextSnapshot anonymous)
    implements Executor {

  @Override
  public void execute(Runnable task) {
    ThreadContextController identity = anonymous == null ? null : anonymous.begin();
    try {
      withoutStores(task);
    } finally {
      if (identity != null) {
        identity.endContext();
      }
    }
  }

  private void withoutStores(Runnable task) {
    FrameScope nothing = FrameScope.ofNothing();
    try {
      captures.execute(task);
    } finally {
      nothing.restore();
    }
  }
}
