package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Payara 7.2025.1 registers each application by its name and never takes it out again, so that the
 * first one of each name stays, with its class loader. Payara 7.2025.2 takes it out. Where this is
 * so the tests do it instead, and nothing else: what then stays is held by someone else.
 */
final class KeptApplications {
  /** True if the server under test keeps them. */
  static final boolean KEPT = Boolean.getBoolean("asynclocal.it.server.keeps");

  private static final String ENVIRONMENTS =
      "com.sun.enterprise.container.common.spi.util.ComponentEnvManager";

  private KeptApplications() {}

  /** Checks what the observer has answered; a server that keeps nothing needs none of this. */
  static void assertForgotten(String answer) {
    assertThat(answer).as("what the server kept").isEqualTo(KEPT ? "Application" : "nothing");
  }

  /** In the server: the kind of what it kept. By name: other servers don't have these types. */
  static String forget(String application) {
    Object environments = environments();
    if (environments == null) {
      return "nothing";
    }
    Object kept = call(environments, "getJndiNameEnvironment", application);
    if (kept == null) {
      return "nothing";
    }
    call(environments, "unregister", application);
    return kept.getClass().getSimpleName();
  }

  private static @Nullable Object environments() {
    ClassLoader servers = Thread.currentThread().getContextClassLoader();
    try {
      return servers
          .loadClass("org.glassfish.internal.api.Globals")
          .getMethod("get", Class.class)
          .invoke(null, servers.loadClass(ENVIRONMENTS));
    } catch (ClassNotFoundException e) {
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object call(Object environments, String method, String application) {
    try {
      return environments
          .getClass()
          .getMethod(method, String.class)
          .invoke(environments, application);
    } catch (IllegalAccessException | InvocationTargetException | NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
