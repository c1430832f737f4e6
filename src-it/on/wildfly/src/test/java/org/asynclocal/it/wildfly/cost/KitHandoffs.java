package org.asynclocal.it.wildfly.cost;

import io.smallrye.context.api.ManagedExecutorConfig;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.Serial;
import java.util.concurrent.Callable;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.kit.Logins;
import org.asynclocal.it.wildfly.WildFlyLogins;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** Handoffs on the kit's executor. */
@WebServlet("/kit-handoffs")
@SuppressWarnings("serial") // servlets are never serialized
public class KitHandoffs extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("handoffs");
  private static final Logins LOGINS = new WildFlyLogins();

  @Inject ManagedExecutor executor;

  @Inject
  @ManagedExecutorConfig(
      propagated = {},
      cleared = ThreadContext.ALL_REMAINING)
  ManagedExecutor nothing;

  @Inject UserTransaction transaction;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Carried carried = Carried.valueOf(request.getParameter("carried"));
    try {
      response.getWriter().print(in(carried, () -> measured(carried, new HandoffBatch(request))));
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  private String in(Carried carried, Callable<String> batch) throws Exception {
    return switch (carried) {
      case NOTHING, CDI -> batch.call();
      case STORE -> STORE.call("a", batch::call);
      case IDENTITY -> LOGINS.as("alice", () -> in(Carried.STORE, batch));
      case TRANSACTION -> {
        transaction.begin();
        try {
          yield in(Carried.IDENTITY, batch);
        } finally {
          transaction.rollback();
        }
      }
    };
  }

  private String measured(Carried carried, HandoffBatch batch) throws Exception {
    ManagedExecutor chosen = carried == Carried.NOTHING ? nothing : executor;
    String seen = chosen.submit(this::seen).get();
    return seen.equals(carried.seen()) ? batch.on(chosen).text() : "carried " + seen;
  }

  private String seen() throws SystemException {
    String user = LOGINS.current();
    return STORE.getStore()
        + " "
        + (user == null ? "anonymous" : user)
        + " "
        + transaction.getStatus();
  }
}
