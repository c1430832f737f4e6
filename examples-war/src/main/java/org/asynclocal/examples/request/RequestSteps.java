package org.asynclocal.examples.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.asynclocal.examples.security.Caller;

/** Records the request and user that a step sees on its thread. */
@ApplicationScoped
public class RequestSteps {
  @Inject private CurrentRequest request;
  @Inject private Caller caller;

  /**
   * Records the current step.
   *
   * @param step the step's name
   * @return the step, with its thread, request and user
   */
  public RequestStep here(String step) {
    return new RequestStep(step, CurrentThread.label(), request.id(), caller.name());
  }
}
