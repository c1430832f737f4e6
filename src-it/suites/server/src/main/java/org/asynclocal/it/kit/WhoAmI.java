package org.asynclocal.it.kit;

import jakarta.annotation.security.DeclareRoles;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.support.Waiting;

/**
 * Responds with the caller of each handoff of a request. The inline stage of a request is completed
 * by the thread of a request of the other user, so alice and bob have to call equally often.
 */
@WebServlet("/whoami")
@DeclareRoles("user")
@ServletSecurity(@HttpConstraint(rolesAllowed = "user"))
@SuppressWarnings("serial") // servlets are never serialized
public class WhoAmI extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;
  private static final AsyncLocalStorage<String> REQUEST = AsyncLocalStorage.named("whoami");
  private static final Map<String, BlockingQueue<CompletableFuture<String>>> GATES =
      Map.of(Users.ALICE, new LinkedBlockingQueue<>(), Users.BOB, new LinkedBlockingQueue<>());
  private static final AtomicInteger RUNNING = new AtomicInteger();
  private static final AtomicInteger MOST = new AtomicInteger();
  private static final AtomicInteger BY_OTHERS = new AtomicInteger();

  @Inject Executors executors;
  @Inject SecurityContext security;
  @Inject Caller caller;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String id = Optional.ofNullable(request.getParameter("id")).orElse("none");
    try {
      response.getWriter().print(REQUEST.call(id, this::steps));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String steps() throws Exception {
    CompletableFuture<String> gate = executors.four.newIncompleteFuture();
    CompletableFuture<String> inline = gate.thenApply(x -> seen());
    CompletableFuture<String> stages =
        executors.four.supplyAsync(this::counted).thenApplyAsync(first -> first + "|" + counted());
    String user = Users.current();
    gates(user).add(gate);
    completeOneOf(user.equals(Users.ALICE) ? Users.BOB : Users.ALICE);
    return Waiting.get(stages) + "|" + Waiting.get(inline) + "|" + seen();
  }

  private static void completeOneOf(String user) throws InterruptedException {
    CompletableFuture<String> gate = gates(user).poll(Waiting.SECONDS, TimeUnit.SECONDS);
    if (gate == null) {
      throw new IllegalStateException("no request of " + user + " came to be completed");
    }
    gate.complete("by a request of the other user");
    BY_OTHERS.incrementAndGet();
  }

  private static BlockingQueue<CompletableFuture<String>> gates(String user) {
    return Objects.requireNonNull(GATES.get(user), user);
  }

  private String counted() {
    MOST.accumulateAndGet(RUNNING.incrementAndGet(), Math::max);
    try {
      return seen();
    } finally {
      RUNNING.decrementAndGet();
    }
  }

  private String seen() {
    return String.join(
        ",",
        Users.current(),
        caller.nameIfUser(),
        security.getCallerPrincipal().getName() + security.isCallerInRole("user"),
        String.valueOf(REQUEST.getStore()));
  }

  /** How many tasks ran at once, and how many inline stages the other user's request completed. */
  @WebServlet("/most")
  @SuppressWarnings("serial") // servlets are never serialized
  public static class Most extends HttpServlet {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().print(MOST + " " + BY_OTHERS);
    }
  }
}
