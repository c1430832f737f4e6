package org.asynclocal.it.kit;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Writes to the log, on the request's thread and on a worker, and knows nothing of request ids.
 * Answers with the id that a task found, and the threads that wrote.
 */
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
    ServletContext server = getServletContext();
    String found = inTask(() -> String.valueOf(requestId.getStore()));
    String onRequestThread = write(text);
    String onWorker = inTask(() -> write(text));
    String byServer =
        inTask(
            () -> {
              server.log(text);
              return Thread.currentThread().getName();
            });
    String bound = requestId.call("inner", () -> inTask(() -> write(text)));
    response
        .getWriter()
        .print(String.join("\n", List.of(found, onRequestThread, onWorker, byServer, bound)));
  }

  private String inTask(Supplier<String> task) {
    return executor.supplyAsync(task).join();
  }

  private static String write(String text) {
    LOG.log(Level.INFO, text);
    return Thread.currentThread().getName();
  }
}
