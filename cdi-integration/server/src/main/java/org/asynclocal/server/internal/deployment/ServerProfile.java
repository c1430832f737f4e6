package org.asynclocal.server.internal.deployment;

import org.asynclocal.server.internal.provider.elytron.ElytronProvider;
import org.asynclocal.server.internal.provider.glassfish.GlassFishProvider;
import org.asynclocal.server.internal.provider.glassfish.GlassFishSecurity;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.jspecify.annotations.Nullable;

/**
 * What differs from server to server. Found out once, at deployment.
 *
 * @param security carries the caller's identity; null where the server's security is not known
 * @param transactionManager the JNDI name of the transaction manager; null to ask CDI for it
 * @param readsFragments whether it defines what a web fragment of a library defines
 * @param bindsEarly whether an application's names are there while its beans are deployed
 * @param endsWithStage whether the transaction of a method that returns a stage ends with that
 */
public record ServerProfile(
    @Nullable ThreadContextProvider security,
    @Nullable String transactionManager,
    boolean readsFragments,
    boolean bindsEarly,
    boolean endsWithStage) {

  /** The server that runs the application with this class loader. */
  public static ServerProfile of(ClassLoader application) {
    if (fromServer("org.wildfly.security.auth.server.SecurityDomain", application) != null) {
      return new ServerProfile(
          ElytronProvider.of(application), "java:jboss/TransactionManager", true, true, true);
    }
    Class<?> glassFish = fromServer(GlassFishSecurity.CONTEXT, application);
    if (glassFish != null) {
      return new ServerProfile(
          GlassFishProvider.of(glassFish, application),
          "java:appserver/TransactionManager",
          false,
          false,
          false);
    }
    return new ServerProfile(null, null, false, true, true);
  }

  /** Whether the server refuses a transaction that is on one thread to another, as Liberty does. */
  public static boolean keepsTransactionsOnOneThread(ClassLoader application) {
    return fromServer("com.ibm.tx.jta.TransactionManagerFactory", application) != null;
  }

  /**
   * Null if there is none. A class that the application itself packs says nothing of the server.
   */
  private static @Nullable Class<?> fromServer(String name, ClassLoader application) {
    try {
      Class<?> found = Class.forName(name, false, application);
      return found.getClassLoader() == application ? null : found;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }
}
