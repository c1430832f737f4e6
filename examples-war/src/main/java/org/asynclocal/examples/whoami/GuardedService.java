package org.asynclocal.examples.whoami;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.asynclocal.examples.request.CurrentRequest;
import org.asynclocal.examples.request.CurrentThread;
import org.asynclocal.examples.security.DemoUsers;

/** An enterprise bean that only the demo's users may call. */
@Stateless
@RolesAllowed(DemoUsers.ROLE)
public class GuardedService {
  @Resource private SessionContext session;
  @Inject private CurrentRequest request;

  /**
   * Reads the caller from the enterprise bean's own context.
   *
   * @param step the step's name
   * @return the step, with the caller that the server reports
   */
  public IdentityStep here(String step) {
    return new IdentityStep(
        step,
        CurrentThread.label(),
        session.getCallerPrincipal().getName(),
        session.isCallerInRole(DemoUsers.ROLE),
        request.id());
  }
}
