package org.asynclocal.examples.whoami;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.asynclocal.examples.request.CurrentRequest;
import org.asynclocal.examples.request.CurrentThread;
import org.asynclocal.examples.security.Caller;

/** Asks who the caller is, through Jakarta Security. */
@ApplicationScoped
public class IdentityHops {
  @Inject private CurrentRequest request;
  @Inject private Caller caller;

  IdentityHop here(String step) {
    return new IdentityHop(
        step, CurrentThread.label(), caller.name(), caller.isInRole(), request.id());
  }
}
