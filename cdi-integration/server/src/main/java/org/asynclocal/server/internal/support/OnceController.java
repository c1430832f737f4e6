package org.asynclocal.server.internal.support;

import org.eclipse.microprofile.context.spi.ThreadContextController;

/** Ends a context once, as the specification asks; the second time it refuses. */
public class OnceController implements ThreadContextController {
  private boolean ended;

  @Override
  public final void endContext() {
    if (ended) {
      throw new IllegalStateException("The context has ended already.");
    }
    ended = true;
    restore();
  }

  /** Puts back what was on the thread. Nothing, where the context changed nothing. */
  protected void restore() {}
}
