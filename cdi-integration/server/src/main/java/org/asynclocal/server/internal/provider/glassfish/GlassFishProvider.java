package org.asynclocal.server.internal.provider.glassfish;

import jakarta.security.jacc.PolicyContext;
import java.util.Map;
import java.util.Objects;
import org.asynclocal.server.internal.support.OnceController;
import org.asynclocal.server.internal.support.ServerMessages;
import org.asynclocal.server.internal.transaction.UnfinishedTaskPolicy;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Carries the caller's identity on GlassFish and Payara, and the id of the policy that decides on
 * the caller's roles. An identity that can't be read is never guessed: the task runs as anonymous.
 */
public final class GlassFishProvider implements ThreadContextProvider {
  private final GlassFishSecurity security;
  private final GlassFishRequest request;

  GlassFishProvider(GlassFishSecurity security, GlassFishRequest request) {
    this.security = security;
    this.request = request;
  }

  /** Null, and reported, where this server's security is not the one that this class knows. */
  public static @Nullable ThreadContextProvider of(Class<?> context, ClassLoader application) {
    try {
      return new GlassFishProvider(
          new GlassFishSecurity(context), GlassFishRequest.of(application));
    } catch (LinkageError e) {
      ServerMessages.SECURITY_UNLIKE.report(e, context.getName());
      return null;
    }
  }

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    Object identity;
    try {
      identity = security.current();
    } catch (IllegalStateException e) {
      ServerMessages.IDENTITY_UNKNOWN.report(e);
      identity = security.anonymous();
    }
    return snapshot(identity);
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return snapshot(security.anonymous());
  }

  @Override
  public String getThreadContextType() {
    return ThreadContext.SECURITY;
  }

  /** Whoever the caller is, the policy is that of the application which captures. */
  private ThreadContextSnapshot snapshot(Object identity) {
    Caller caller = new Caller(identity, PolicyContext.getContextID());
    return () -> begin(caller);
  }

  private ThreadContextController begin(Caller caller) {
    Caller outside = new Caller(security.current(), PolicyContext.getContextID());
    if (caller.isAlso(outside)) {
      return new OnceController();
    }
    Runnable showRequest = request.hide();
    become(caller);
    return new OnceController() {
      @Override
      protected void restore() {
        become(outside);
        showRequest.run();
      }
    };
  }

  private void become(Caller caller) {
    security.become(caller.identity());
    PolicyContext.setContextID(caller.policy());
  }

  private record Caller(Object identity, @Nullable String policy) {

    /** Not equals: see {@link UnfinishedTaskPolicy#equals}. */
    boolean isAlso(Caller other) {
      return identity.equals(other.identity) && Objects.equals(policy, other.policy);
    }
  }
}
