package org.asynclocal.examples.whoami;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.asynclocal.examples.request.CurrentRequest;
import org.asynclocal.examples.request.CurrentThread;
import org.asynclocal.examples.security.DemoUsers;

/** An enterprise bean that the server lets only the demo's users into. */
@Stateless
@RolesAllowed(DemoUsers.ROLE)
public class GuardedService {
  @Resource private SessionContext session;
  @Inject private CurrentRequest request;

  /**
   * Asks who the caller is, through the enterprise bean's own context.
   *
   * @param step the name of the step that asks
   * @return what the server says here
   */
  public IdentityHop here(String step) {
    return new IdentityHop(
        step,
        CurrentThread.label(),
        session.getCallerPrincipal().getName(),
        session.isCallerInRole(DemoUsers.ROLE),
        request.id());
  }
}
