package org.asynclocal.it.wildfly;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.SecurityDomain;

/** Who the server itself says that a thread works for. */
final class Users {
  static final String ALICE = "alice";
  static final String BOB = "bob";
  static final String NOBODY = "anonymous";

  private static volatile @Nullable SecurityDomain domain;

  private Users() {}

  static String current() {
    return domain().getCurrentSecurityIdentity().getPrincipal().getName();
  }

  static <T extends @Nullable Object> T as(String user, Callable<T> call) throws Exception {
    return domain().createAdHocIdentity(user).runAs(call);
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
