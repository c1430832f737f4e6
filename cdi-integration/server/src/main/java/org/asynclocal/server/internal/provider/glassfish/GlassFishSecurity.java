package org.asynclocal.server.internal.provider.glassfish;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The thread's current caller as GlassFish and Payara keep it. Jakarta Security can tell who that
 * is, but has nothing to change it with, and the two servers have the class in artifacts of
 * different names: so it is found by reflection.
 */
public final class GlassFishSecurity {
  public static final String CONTEXT = "com.sun.enterprise.security.SecurityContext";

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.publicLookup();

  private final MethodHandle get;
  private final MethodHandle set;
  private final Object anonymous;

  /**
   * Links to the server's class.
   *
   * @throws LinkageError if that is not the class that is expected
   */
  GlassFishSecurity(Class<?> context) {
    try {
      get = getter(context, "getCurrent");
      set =
          LOOKUP
              .findStatic(context, "setCurrent", MethodType.methodType(void.class, context))
              .asType(MethodType.methodType(void.class, Object.class));
      anonymous = get(getter(context, "getDefaultSecurityContext"));
    } catch (ReflectiveOperationException | IllegalStateException e) {
      throw new LinkageError(context + " is not as expected: " + e.getMessage(), e);
    }
  }

  private static MethodHandle getter(Class<?> context, String name)
      throws ReflectiveOperationException {
    return LOOKUP
        .findStatic(context, name, MethodType.methodType(context))
        .asType(MethodType.methodType(Object.class));
  }

  /** The anonymous identity. */
  Object anonymous() {
    return anonymous;
  }

  Object current() {
    return get(get);
  }

  void become(Object identity) {
    try {
      set.invokeExact(identity);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static Object get(MethodHandle getter) {
    Object identity;
    try {
      identity = (Object) getter.invokeExact();
    } catch (Throwable e) {
      throw failed(e);
    }
    if (identity == null) {
      throw new IllegalStateException("there is no identity, not even the anonymous one");
    }
    return identity;
  }

  private static IllegalStateException failed(Throwable cause) {
    return new IllegalStateException("The server's security failed.", cause);
  }
}
