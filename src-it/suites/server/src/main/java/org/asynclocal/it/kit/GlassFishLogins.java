package org.asynclocal.it.kit;

import java.security.Principal;
import java.util.concurrent.Callable;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/** Asks the security of GlassFish and Payara, which has no public API for it. */
public final class GlassFishLogins implements Logins {
  private final Class<?> context;

  /** Links to the server. */
  public GlassFishLogins() {
    try {
      context = Class.forName("com.sun.enterprise.security.SecurityContext");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable String current() {
    try {
      Object current = context.getMethod("getCurrent").invoke(null);
      Object anonymous = context.getMethod("getDefaultSecurityContext").invoke(null);
      Principal caller = (Principal) context.getMethod("getCallerPrincipal").invoke(current);
      return current == anonymous ? null : caller.getName();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public <T extends @Nullable Object> T as(@Nullable String user, Callable<T> call)
      throws Exception {
    Object outside = context.getMethod("getCurrent").invoke(null);
    become(
        user == null
            ? context.getMethod("getDefaultSecurityContext").invoke(null)
            : context.getConstructor(String.class, Subject.class).newInstance(user, new Subject()));
    try {
      return call.call();
    } finally {
      become(outside);
    }
  }

  private void become(Object identity) throws ReflectiveOperationException {
    context.getMethod("setCurrent", context).invoke(null, identity);
  }
}
