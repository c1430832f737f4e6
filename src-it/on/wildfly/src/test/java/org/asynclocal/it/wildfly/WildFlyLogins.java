package org.asynclocal.it.wildfly;

import java.util.concurrent.Callable;
import org.asynclocal.it.kit.Logins;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Asks Elytron. */
public final class WildFlyLogins implements Logins {
  private static volatile @Nullable SecurityDomain domain;

  @Override
  public @Nullable String current() {
    SecurityIdentity identity = domain().getCurrentSecurityIdentity();
    return identity.isAnonymous() ? null : identity.getPrincipal().getName();
  }

  @Override
  public <T extends @Nullable Object> T as(@Nullable String user, Callable<T> call)
      throws Exception {
    SecurityIdentity identity =
        user == null ? domain().getAnonymousSecurityIdentity() : domain().createAdHocIdentity(user);
    return identity.runAs(call);
  }

  /** The application's domain; a thread without the application's class loader can't ask for it. */
  private static SecurityDomain domain() {
    SecurityDomain known = domain;
    if (known == null) {
      known = SecurityDomain.getCurrent();
      if (known == null) {
        throw new IllegalStateException("This thread has no security domain.");
      }
      domain = known;
    }
    return known;
  }
}
