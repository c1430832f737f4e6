package org.asynclocal.server;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/** Finds the server's managed executor for the application. To be used in deployment only. */
final class ManagedThreads {
  /** Defined in the kit's web fragment: an executor that captures nothing. */
  private static final String EXECUTOR = "java:module/asynclocal/Executor";

  /** Defined in the kit's web fragment: carries the application and leaves all else alone. */
  private static final String APPLICATION = "java:module/asynclocal/Application";

  private static final String DEFAULT_EXECUTOR = "java:comp/DefaultManagedExecutorService";

  private ManagedThreads() {}

  /**
   * The threads to run the application's tasks on.
   *
   * @param configured the JNDI name that the application chose, if any
   * @param anonymous the identity of a thread that works for nobody, where there are identities
   * @throws IllegalStateException if there are none, with the message for the user
   */
  static ServerThreads find(
      Optional<String> configured, @Nullable ThreadContextSnapshot anonymous) {
    return new ServerThreads(executor(configured), application(), anonymous);
  }

  private static Executor executor(Optional<String> configured) {
    if (configured.isPresent()) {
      return required(configured.get());
    }
    Object ours = Jndi.lookup(EXECUTOR);
    if (ours instanceof ManagedExecutorService executor) {
      return executor;
    }
    Executor servers = required(DEFAULT_EXECUTOR);
    ServerMessages.DEFAULT_EXECUTOR.report(EXECUTOR);
    return servers;
  }

  private static Executor required(String name) {
    Object found = Jndi.lookup(name);
    if (found instanceof ManagedExecutorService executor) {
      return executor;
    }
    throw new IllegalStateException(ServerMessages.NO_EXECUTOR.text(name, found));
  }

  /**
   * Enters the application on any thread. Without the web fragment a task finds what the server's
   * executor brings from the submitting thread.
   */
  private static Executor application() {
    Object found = Jndi.lookup(APPLICATION);
    return found instanceof ContextService service
        ? service.currentContextExecutor()
        : Runnable::run;
  }
}
