package org.asynclocal.examples.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The user that the current thread works for, on every thread. */
@ApplicationScoped
public class Caller {
  /**
   * The principal's name of an unauthenticated caller on WildFly and, in capitals, on GlassFish's
   * worker threads. Other servers have no principal in this case.
   */
  private static final String ANONYMOUS = "anonymous";

  @Inject private SecurityContext security;

  /**
   * Returns the user's name.
   *
   * @return the name; null for an anonymous caller, and on a thread that is not the server's
   */
  public @Nullable String name() {
    Principal principal = principal();
    return principal == null || principal.getName().equalsIgnoreCase(ANONYMOUS)
        ? null
        : principal.getName();
  }

  /** Payara 7 throws on a thread that belongs to no application. */
  private @Nullable Principal principal() {
    try {
      return security.getCallerPrincipal();
    } catch (RuntimeException unknownThread) {
      return null;
    }
  }

  /**
   * Returns whether the user has the role of the demo's users.
   *
   * @return true if the user has it
   */
  public boolean isInRole() {
    return security.isCallerInRole(DemoUsers.ROLE);
  }
}
