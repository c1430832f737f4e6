package org.asynclocal.server.internal.executor;

import jakarta.enterprise.concurrent.ContextService;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Enters the application on any thread, as it was when this was made. Each of the server's captured
 * contexts is used by one thread at a time: on Payara and GlassFish all threads that are in one at
 * once share its state, such as the transaction that their data sources write in. Thread-safe.
 */
final class ApplicationContexts implements Executor {
  private final Supplier<Executor> capture;
  private final Queue<Executor> idle = new ConcurrentLinkedQueue<>();

  ApplicationContexts(ContextService service) {
    capture = service.contextualSupplier(service::currentContextExecutor);
  }

  @Override
  public void execute(Runnable task) {
    Executor idling = idle.poll();
    Executor own = idling == null ? another() : idling;
    try {
      own.execute(task);
    } finally {
      idle.add(own);
    }
  }

  /** Captured inside of the application, one at a time. */
  private synchronized Executor another() {
    return capture.get();
  }
}
