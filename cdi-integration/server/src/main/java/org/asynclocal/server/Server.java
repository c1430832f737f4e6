package org.asynclocal.server;

import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.jspecify.annotations.Nullable;

/**
 * What differs from server to server. Found out once, at deployment.
 *
 * @param name for people
 * @param security carries the caller's identity; null where the server's security is not known
 * @param transactionManager the JNDI name of the transaction manager; null to ask CDI for it
 */
record Server(
    String name, @Nullable ThreadContextProvider security, @Nullable String transactionManager) {

  /** The server that runs the application with this class loader. */
  static Server of(ClassLoader application) {
    if (isFromServer("org.wildfly.security.auth.server.SecurityDomain", application)) {
      return new Server(
          "WildFly", ElytronProvider.of(application), "java:jboss/TransactionManager");
    }
    return new Server("unknown", null, null);
  }

  /** A class that the application itself packs says nothing about the server. */
  private static boolean isFromServer(String name, ClassLoader application) {
    try {
      return Class.forName(name, false, application).getClassLoader() != application;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
