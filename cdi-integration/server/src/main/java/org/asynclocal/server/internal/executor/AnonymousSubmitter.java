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
 * @param nobody the identity of a thread that works for nobody; null where the kit knows of no
 *     identities, which are then left to the executor
 */
record AnonymousSubmitter(Executor captures, @Nullable ThreadContextSnapshot nobody)
    implements Executor {

  @Override
  public void execute(Runnable task) {
    ThreadContextController identity = nobody == null ? null : nobody.begin();
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
