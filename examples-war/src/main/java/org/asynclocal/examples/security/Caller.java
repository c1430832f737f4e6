package org.asynclocal.examples.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The user whom the current thread works for, on any thread. */
@ApplicationScoped
public class Caller {
  /**
   * What WildFly calls the user who has not authenticated; other servers have no principal then.
   */
  private static final String NOBODY = "anonymous";

  @Inject private SecurityContext security;

  /**
   * The user's name.
   *
   * @return the name; null if nobody has authenticated
   */
  public @Nullable String name() {
    Principal principal = security.getCallerPrincipal();
    return principal == null || principal.getName().equals(NOBODY) ? null : principal.getName();
  }

  /**
   * Whether the user has the role of the demo's users.
   *
   * @return true if so
   */
  public boolean isInRole() {
    return security.isCallerInRole(DemoUsers.ROLE);
  }
}
