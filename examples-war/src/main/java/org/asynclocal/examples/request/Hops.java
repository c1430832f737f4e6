package org.asynclocal.examples.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.asynclocal.examples.security.Caller;

/** Looks around on the current thread. */
@ApplicationScoped
public class Hops {
  @Inject private CurrentRequest request;
  @Inject private Caller caller;

  /**
   * What there is here.
   *
   * @param step the name of the step that asks
   * @return the thread, the request and the user
   */
  public Hop here(String step) {
    return new Hop(step, CurrentThread.label(), request.id(), caller.name());
  }
}
