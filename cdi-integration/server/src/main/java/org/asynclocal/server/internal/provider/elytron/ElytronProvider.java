package org.asynclocal.server.internal.provider.elytron;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.function.Supplier;
import org.asynclocal.server.internal.support.OnceController;
import org.asynclocal.server.internal.support.ServerMessages;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;

/**
 * Carries the caller's identity on WildFly: the Elytron identity that is current in the security
 * domain of the application.
 *
 * <p>The domain is asked for under the thread's context class loader, as Elytron does, and where
 * that has none (a thread that is not the server's), under the application's. An identity that
 * can't be read is never guessed: the task runs as anonymous.
 */
public final class ElytronProvider implements ThreadContextProvider {
  private final ClassLoader application;
  private final ThreadContextSnapshot anonymous = this::beginAnonymous;

  /** The application's own domain, once it has one: the server registers it late in deployment. */
  private volatile @Nullable SecurityDomain ownDomain;

  private ElytronProvider(ClassLoader application) {
    this.application = application;
  }

  /** Null where this server's Elytron is not the one that this class knows. */
  public static @Nullable ThreadContextProvider of(ClassLoader application) {
    try {
      CurrentIdentity.link();
      return new ElytronProvider(application);
    } catch (LinkageError e) {
      return null;
    }
  }

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    SecurityDomain domain = domain();
    if (domain == null) {
      return anonymous;
    }
    try {
      SecurityIdentity identity = domain.getCurrentSecurityIdentity();
      return () -> begin(domain, identity);
    } catch (RuntimeException e) {
      ServerMessages.IDENTITY_UNKNOWN.report(e);
      return anonymous;
    }
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return anonymous;
  }

  @Override
  public String getThreadContextType() {
    return ThreadContext.SECURITY;
  }

  private ThreadContextController beginAnonymous() {
    SecurityDomain domain = domain();
    return domain == null
        ? new OnceController()
        : begin(domain, domain.getAnonymousSecurityIdentity());
  }

  private static ThreadContextController begin(SecurityDomain domain, SecurityIdentity identity) {
    Supplier<SecurityIdentity> outside = CurrentIdentity.replace(domain, identity);
    return new OnceController() {
      @Override
      protected void restore() {
        CurrentIdentity.set(domain, outside);
      }
    };
  }

  private @Nullable SecurityDomain domain() {
    SecurityDomain current = SecurityDomain.getCurrent();
    return current != null ? current : ownDomain();
  }

  private @Nullable SecurityDomain ownDomain() {
    SecurityDomain known = ownDomain;
    if (known == null) {
      Thread thread = Thread.currentThread();
      ClassLoader outside = thread.getContextClassLoader();
      thread.setContextClassLoader(application);
      try {
        known = SecurityDomain.getCurrent();
      } finally {
        thread.setContextClassLoader(outside);
      }
      ownDomain = known;
    }
    return known;
  }

  /**
   * The thread's current identity, which Elytron's public API changes only around a call, never
   * with a begin and an end of its own.
   */
  private static final class CurrentIdentity {
    private static final MethodHandle REPLACE =
        handle("getAndSetCurrentSecurityIdentity", Supplier.class);
    private static final MethodHandle SET = handle("setCurrentSecurityIdentity", void.class);

    /** Finds out at deployment, not at the first task, whether the methods are there. */
    static void link() {}

    @SuppressWarnings("unchecked") // the method returns a Supplier<SecurityIdentity>
    static Supplier<SecurityIdentity> replace(SecurityDomain domain, SecurityIdentity identity) {
      try {
        return (Supplier<SecurityIdentity>)
            REPLACE.invokeExact(domain, (Supplier<SecurityIdentity>) identity);
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    static void set(SecurityDomain domain, Supplier<SecurityIdentity> identity) {
      try {
        SET.invokeExact(domain, identity);
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    private static MethodHandle handle(String name, Class<?> result) {
      try {
        return MethodHandles.privateLookupIn(SecurityDomain.class, MethodHandles.lookup())
            .findVirtual(SecurityDomain.class, name, MethodType.methodType(result, Supplier.class));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("This Elytron has no " + name, e);
      }
    }

    private static IllegalStateException failed(Throwable cause) {
      return new IllegalStateException("Elytron did not change the current identity.", cause);
    }
  }
}
