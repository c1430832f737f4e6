package org.asynclocal.it.liberty;

import jakarta.servlet.annotation.WebServlet;
import java.util.concurrent.Executor;
import org.asynclocal.it.events.TaskEventsServlet;
import org.eclipse.microprofile.context.ManagedExecutor;

/** The server's own executor by MicroProfile, as its builder makes it. */
@WebServlet(TaskEventsServlet.PATH)
@SuppressWarnings("NullAway.Init") // by init()
public class MicroProfileEventsServlet extends TaskEventsServlet {
  private static final long serialVersionUID = 1L;

  private transient ManagedExecutor executor;

  @Override
  public void init() {
    executor = ManagedExecutor.builder().build();
  }

  @Override
  public void destroy() {
    executor.shutdownNow();
  }

  @Override
  protected Executor executor() {
    return executor;
  }
}
