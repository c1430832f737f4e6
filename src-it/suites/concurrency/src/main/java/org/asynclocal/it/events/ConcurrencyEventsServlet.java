package org.asynclocal.it.events;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.annotation.WebServlet;
import java.util.concurrent.Executor;

/** The server's own executor by Jakarta Concurrency, with a context that names the storages. */
@WebServlet(TaskEventsServlet.PATH)
@ContextServiceDefinition(
    name = ConcurrencyEventsServlet.CONTEXT,
    propagated = {"AsyncLocalStorage", ContextServiceDefinition.APPLICATION},
    cleared = ContextServiceDefinition.TRANSACTION,
    unchanged = ContextServiceDefinition.ALL_REMAINING)
@ManagedExecutorDefinition(
    name = ConcurrencyEventsServlet.EXECUTOR,
    context = ConcurrencyEventsServlet.CONTEXT)
@SuppressWarnings("NullAway.Init") // injected
public class ConcurrencyEventsServlet extends TaskEventsServlet {
  static final String CONTEXT = "java:app/events/Context";
  static final String EXECUTOR = "java:app/events/Executor";

  private static final long serialVersionUID = 1L;

  @Resource(lookup = EXECUTOR)
  private transient ManagedExecutorService executor;

  @Override
  protected Executor executor() {
    return executor;
  }
}
