package org.asynclocal.it.wildfly;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.lang.System.Logger.Level;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Writes to the log, on the request's thread and on a worker, and knows nothing of request ids. */
@SuppressWarnings("serial") // servlets are never serialized
@WebServlet("/log")
public class LogServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(LogServlet.class.getName());

  @Inject ManagedExecutor executor;

  @Inject
  @StorageName("requestId")
  AsyncLocalStorage<String> requestId;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String text = request.getParameter("text");
    LOG.log(Level.INFO, text);
    String id =
        executor
            .supplyAsync(
                () -> {
                  LOG.log(Level.INFO, text);
                  return String.valueOf(requestId.getStore());
                })
            .join();
    requestId.run("inner", () -> executor.runAsync(() -> LOG.log(Level.INFO, text)).join());
    response.getWriter().print(id);
  }
}
