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
   * What WildFly calls the user who has not authenticated, and GlassFish, in capitals, on workers;
   * other servers have no principal then.
   */
  private static final String NOBODY = "anonymous";

  @Inject private SecurityContext security;

  /**
   * The user's name.
   *
   * @return the name; null if nobody has authenticated, or on a thread that is not the server's
   */
  public @Nullable String name() {
    Principal principal = principal();
    return principal == null || principal.getName().equalsIgnoreCase(NOBODY)
        ? null
        : principal.getName();
  }

  /** Some servers have no answer on a thread of an unknown application: Payara 7 fails there. */
  private @Nullable Principal principal() {
    try {
      return security.getCallerPrincipal();
    } catch (RuntimeException notTheServersThread) {
      return null;
    }
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
