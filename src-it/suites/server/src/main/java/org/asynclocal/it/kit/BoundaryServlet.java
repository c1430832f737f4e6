package org.asynclocal.it.kit;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.asynclocal.AsyncLocalStorage;

/**
 * Notes what the request's thread has of an earlier request, in a store and in a thread local, and
 * leaves its own id in both, in each way that a request may end. Without an id it answers the
 * notes.
 */
@WebServlet(urlPatterns = "/boundary", asyncSupported = true)
@SuppressWarnings("serial") // servlets are never serialized
public class BoundaryServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("boundary");
  private static final ThreadLocal<String> PLAIN = new ThreadLocal<>();
  private static final Queue<String> NOTES = new ConcurrentLinkedQueue<>();

  /** How a request ends. */
  enum End {
    RETURN,
    THROW,
    ASYNC
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = request.getParameter("id");
    if (id == null) {
      response.getWriter().print(String.join("\n", NOTES));
      return;
    }
    NOTES.add(STORE.getStore() + "," + PLAIN.get());
    STORE.enterWith(id);
    PLAIN.set(id);
    switch (End.valueOf(request.getParameter("end"))) {
      case RETURN -> {}
      case THROW -> throw new IllegalStateException("on purpose");
      case ASYNC -> {
        AsyncContext context = request.startAsync();
        context.start(context::complete);
      }
    }
  }
}
