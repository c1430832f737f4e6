package org.asynclocal.examples.whoami;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.asynclocal.examples.request.CurrentRequest;
import org.asynclocal.examples.request.CurrentThread;
import org.asynclocal.examples.security.Caller;

/** Reads the caller from Jakarta Security. */
@ApplicationScoped
public class IdentitySteps {
  @Inject private CurrentRequest request;
  @Inject private Caller caller;

  IdentityStep here(String step) {
    return new IdentityStep(
        step, CurrentThread.label(), caller.name(), caller.isInRole(), request.id());
  }
}
