package org.asynclocal.server.internal.executor;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.asynclocal.server.internal.support.Jndi;
import org.asynclocal.server.internal.support.ServerMessages;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on the server's managed threads, as a part of the application. The threads are looked
 * up when they are first needed, since some servers bind an application's names only after they
 * have deployed its beans. Thread-safe.
 */
public final class ManagedExecutorAdapter implements Executor {
  /** Defined in the kit's web fragment: an executor that captures nothing. */
  private static final String EXECUTOR = "java:module/asynclocal/Executor";

  /** Defined in the kit's web fragment: carries the application and leaves all else alone. */
  private static final String APPLICATION = "java:module/asynclocal/Application";

  private static final String DEFAULT_CONTEXT = "java:comp/DefaultContextService";
  private static final String DEFAULT_EXECUTOR = "java:comp/DefaultManagedExecutorService";

  private final Optional<String> configured;
  private final @Nullable ThreadContextSnapshot anonymous;
  private final boolean readsFragments;
  private @Nullable Threads found;

  /**
   * Creates an adapter.
   *
   * @param configured the JNDI name that the application chose, if any
   * @param anonymous the identity of a thread that works for no caller; null where the kit knows of
   *     no identities, which are then left to the server's default executor
   * @param readsFragments whether the server ought to have the kit's own executor
   */
  public ManagedExecutorAdapter(
      Optional<String> configured,
      @Nullable ThreadContextSnapshot anonymous,
      boolean readsFragments) {
    this.configured = configured;
    this.anonymous = anonymous;
    this.readsFragments = readsFragments;
  }

  @Override
  public void execute(Runnable task) {
    Threads threads = find();
    threads.managed.execute(() -> threads.application.execute(task));
  }

  /**
   * Looks the threads up, unless they are known already.
   *
   * @throws IllegalStateException if there are none, with the message for the user
   */
  public synchronized Threads find() {
    Threads known = found;
    if (known == null) {
      known = lookUp();
      found = known;
    }
    return known;
  }

  private Threads lookUp() {
    if (configured.isEmpty() && anonymous != null) {
      if (Jndi.lookup(EXECUTOR) instanceof ManagedExecutorService own) {
        return Threads.of(own, false);
      }
      if (readsFragments) {
        ServerMessages.DEFAULT_EXECUTOR.report(EXECUTOR);
      }
    }
    Executor servers = required(configured.orElse(DEFAULT_EXECUTOR));
    return Threads.of(new AnonymousSubmitter(servers, anonymous), true);
  }

  private static Executor required(String name) {
    Object found = Jndi.lookup(name);
    if (found instanceof ManagedExecutorService executor) {
      return executor;
    }
    throw new IllegalStateException(ServerMessages.NO_EXECUTOR.text(name, found));
  }

  /** Finds the service that captures the application; null if the server has none. */
  private static @Nullable ContextService contextService() {
    Object ours = Jndi.lookup(APPLICATION);
    Object found = ours instanceof ContextService ? ours : Jndi.lookup(DEFAULT_CONTEXT);
    return found instanceof ContextService service ? service : null;
  }

  /** Releases the application, if the threads were looked up. */
  public synchronized void release() {
    if (found != null) {
      found.release();
    }
  }

  /**
   * The server's threads and the way into the application on them.
   *
   * @param managed runs a task on a managed thread
   * @param shared whether other applications use it too
   * @param contexts captures the application; null if the server has no context service
   * @param application runs a task as a part of the application
   */
  public record Threads(
      Executor managed, boolean shared, @Nullable ContextService contexts, Executor application) {

    private static Threads of(Executor managed, boolean shared) {
      ContextService contexts = contextService();
      Executor application = contexts == null ? Runnable::run : new ApplicationContexts(contexts);
      return new Threads(managed, shared, contexts, application);
    }

    /**
     * Captures something where there is no provider. Payara's executors and context services keep
     * the providers of the last capture, and with them the application.
     */
    private void release() {
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
}
