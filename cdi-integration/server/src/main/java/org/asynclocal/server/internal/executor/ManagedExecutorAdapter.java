package org.asynclocal.server.internal.executor;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.asynclocal.server.internal.support.Jndi;
import org.asynclocal.server.internal.support.ServerMessages;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/** The server's managed executor for the application. A task runs as a part of the application. */
public final class ManagedExecutorAdapter implements Executor {
  /** Defined in the kit's web fragment: an executor that captures nothing. */
  private static final String EXECUTOR = "java:module/asynclocal/Executor";

  /** Defined in the kit's web fragment: carries the application and leaves all else alone. */
  private static final String APPLICATION = "java:module/asynclocal/Application";

  private static final String DEFAULT_CONTEXT = "java:comp/DefaultContextService";
  private static final String DEFAULT_EXECUTOR = "java:comp/DefaultManagedExecutorService";

  private final Executor managed;
  private final boolean shared;
  private final @Nullable ContextService contexts = contexts();
  private final Executor application;

  /**
   * @param shared whether other applications use it too
   */
  private ManagedExecutorAdapter(Executor managed, boolean shared) {
    this.managed = managed;
    this.shared = shared;
    this.application = contexts == null ? Runnable::run : new ApplicationContexts(contexts);
  }

  /**
   * Finds the threads to run the application's tasks on. To be called where the application's names
   * are known, and before its first task.
   *
   * @param configured the JNDI name that the application chose, if any
   * @param nobody the identity of a thread that works for nobody; null where the kit knows of no
   *     identities, which are then left to the server's default executor
   * @param readsFragments whether the server ought to have the kit's own executor
   * @throws IllegalStateException if there are none, with the message for the user
   */
  public static ManagedExecutorAdapter find(
      Optional<String> configured, @Nullable ThreadContextSnapshot nobody, boolean readsFragments) {
    if (configured.isEmpty() && nobody != null) {
      if (Jndi.lookup(EXECUTOR) instanceof ManagedExecutorService ours) {
        return new ManagedExecutorAdapter(ours, false);
      }
      if (readsFragments) {
        ServerMessages.DEFAULT_EXECUTOR.report(EXECUTOR);
      }
    }
    Executor servers = required(configured.orElse(DEFAULT_EXECUTOR));
    return new ManagedExecutorAdapter(new AnonymousSubmitter(servers, nobody), true);
  }

  @Override
  public void execute(Runnable task) {
    managed.execute(() -> application.execute(task));
  }

  private static Executor required(String name) {
    Object found = Jndi.lookup(name);
    if (found instanceof ManagedExecutorService executor) {
      return executor;
    }
    throw new IllegalStateException(ServerMessages.NO_EXECUTOR.text(name, found));
  }

  /** Enters the application on any thread, as it is when it is captured: when it starts. */
  private static @Nullable ContextService contexts() {
    Object ours = Jndi.lookup(APPLICATION);
    Object found = ours instanceof ContextService ? ours : Jndi.lookup(DEFAULT_CONTEXT);
    return found instanceof ContextService service ? service : null;
  }

  /**
   * Lets go of the application. Payara's executors and context services keep the providers that
   * were there at the last capture, and with them the application: so something is captured where
   * there are none.
   */
  void release() {
    if (!shared) {
      return;
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      managed.execute(() -> {});
      if (contexts != null) {
        Executor unused = contexts.currentContextExecutor();
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
