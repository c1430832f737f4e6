package org.asynclocal.it.kit;

import static org.asynclocal.it.kit.Users.ALICE;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.TreeSet;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.support.Waiting;

/**
 * Responds with what alice's handoffs see in a pool that worked for bob, each different value once.
 */
@SuppressWarnings("serial") // servlets are never serialized
public class HandoffsServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("handoffs");

  @Inject Executors executors;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Handoffs.warmByBob(executors.plain);
      response.getWriter().print(STORE.call("a", () -> Users.as(ALICE, this::seen)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String seen() throws Exception {
    var carried = Handoffs.look(executors.plain, executors.context, HandoffsServlet::userAndStore);
    var cleared =
        Handoffs.look(executors.cleared, executors.clearedContext, HandoffsServlet::userAndStore);
    return new TreeSet<>(carried.values())
        + " "
        + new TreeSet<>(cleared.values())
        + " "
        + Waiting.get(executors.plain.supplyAsync(() -> Thread.currentThread().getName()));
  }

  private static String userAndStore() {
    return Users.current() + " " + STORE.getStore();
  }
}
