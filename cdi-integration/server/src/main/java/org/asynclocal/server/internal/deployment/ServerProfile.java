package org.asynclocal.server.internal.deployment;

import org.asynclocal.server.internal.provider.elytron.ElytronProvider;
import org.asynclocal.server.internal.provider.glassfish.GlassFishProvider;
import org.asynclocal.server.internal.provider.glassfish.GlassFishSecurity;
import org.asynclocal.server.internal.support.ServerClasses;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.jspecify.annotations.Nullable;

/**
 * The differences between servers, detected once, at deployment.
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
    if (ServerClasses.find("org.wildfly.security.auth.server.SecurityDomain", application)
        != null) {
      return new ServerProfile(
          ElytronProvider.of(application), "java:jboss/TransactionManager", true, true, true);
    }
    Class<?> glassFish = ServerClasses.find(GlassFishSecurity.CONTEXT, application);
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
}
