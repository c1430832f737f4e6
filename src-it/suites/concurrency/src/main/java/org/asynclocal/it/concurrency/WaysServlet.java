package org.asynclocal.it.concurrency;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;

/** Sends work on its way and answers what of the caller's context was there. */
@WebServlet("/carried")
@DeclareRoles(Users.ROLE)
@ServletSecurity(@HttpConstraint(rolesAllowed = Users.ROLE))
@ContextServiceDefinition(
    name = WaysServlet.READY_CONTEXT,
    propagated = {
      "AsyncLocalStorage",
      ContextServiceDefinition.APPLICATION,
      ContextServiceDefinition.SECURITY
    },
    cleared = ContextServiceDefinition.TRANSACTION,
    unchanged = ContextServiceDefinition.ALL_REMAINING)
@ManagedExecutorDefinition(name = WaysServlet.DEFINED_EXECUTOR)
@ManagedExecutorDefinition(name = WaysServlet.READY_EXECUTOR, context = WaysServlet.READY_CONTEXT)
@ManagedScheduledExecutorDefinition(
    name = WaysServlet.READY_SCHEDULED,
    context = WaysServlet.READY_CONTEXT)
@SuppressWarnings("NullAway.Init") // injected
public class WaysServlet extends HttpServlet {
  static final String READY_CONTEXT = "java:app/concurrency/ReadyContext";
  static final String READY_EXECUTOR = "java:app/concurrency/ReadyExecutor";
  static final String READY_SCHEDULED = "java:app/concurrency/ReadyScheduled";
  static final String DEFINED_EXECUTOR = "java:app/concurrency/DefinedExecutor";

  private static final long serialVersionUID = 1L;

  @Resource private transient ManagedExecutorService executor;
  @Resource private transient ManagedScheduledExecutorService scheduled;
  @Resource private transient ContextService contexts;
  @Resource private transient ManagedThreadFactory threads;

  @Resource(lookup = DEFINED_EXECUTOR)
  private transient ManagedExecutorService definedExecutor;

  @Resource(lookup = READY_EXECUTOR)
  private transient ManagedExecutorService readyExecutor;

  @Resource(lookup = READY_SCHEDULED)
  private transient ManagedScheduledExecutorService readyScheduled;

  @Resource(lookup = READY_CONTEXT)
  private transient ContextService readyContexts;

  @Resource private transient UserTransaction transaction;
  @Inject private transient AsynchronousBean asynchronous;
  @Inject private transient CallerBean callers;
  @Inject private transient Marks marks;
  @Inject private transient Instance<MoreWays> moreWays;

  /** One thread that the first caller makes: what it has of its own is never the later caller's. */
  private final transient ExecutorService bareThread = Executors.newSingleThreadExecutor();

  @Override
  public void destroy() {
    bareThread.shutdownNow();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    Way way = Way.valueOf(request.getParameter("by"));
    String store = UUID.randomUUID().toString();
    response.setContentType("text/plain");
    try {
      response.getWriter().write(Marks.STORE.call(store, () -> inTransaction(store, way)));
    } catch (Exception e) {
      throw new ServletException(way.toString(), e);
    }
  }

  private String inTransaction(String store, Way way) throws Exception {
    transaction.begin();
    try {
      Marks.Own own = marks.own(store);
      CompletableFuture<String> carried = new CompletableFuture<>();
      send(way, () -> complete(carried, own));
      // Not the future that a server returns: waiting for it may run the work on this thread.
      return carried.get(30, TimeUnit.SECONDS);
    } finally {
      transaction.rollback();
    }
  }

  private void complete(CompletableFuture<String> carried, Marks.Own own) {
    try {
      carried.complete(marks.carriedFrom(own));
    } catch (RuntimeException e) {
      carried.completeExceptionally(e);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the work says itself how it ended
  private void send(Way way, Runnable work) {
    switch (way) {
      case EXECUTOR -> executor.execute(work);
      case BOUND -> executor.execute(AsyncLocalStorage.bindRunnable(work));
      case STAGE -> {
        CompletableFuture<String> start = executor.newIncompleteFuture();
        start.thenApply(ignored -> ran(work));
        bareThread.execute(() -> start.complete("now"));
      }
      case STAGE_WITHOUT_RESULT -> {
        CompletableFuture<String> start = executor.newIncompleteFuture();
        start.thenRun(work);
        bareThread.execute(() -> start.complete("now"));
      }
      case SCHEDULED -> scheduled.schedule(work, 0, TimeUnit.MILLISECONDS);
      case CONTEXT_SERVICE -> bareThread.execute(contexts.contextualRunnable(work));
      case THREAD_FACTORY -> threads.newThread(work).start();
      case ASYNCHRONOUS -> asynchronous.run(work);
      case EJB_ASYNCHRONOUS -> callers.run(work);
      case DEFINED_EXECUTOR -> definedExecutor.execute(work);
      case READY_EXECUTOR -> readyExecutor.execute(work);
      case READY_SCHEDULED -> readyScheduled.schedule(work, 0, TimeUnit.MILLISECONDS);
      case READY_CONTEXT_SERVICE -> bareThread.execute(readyContexts.contextualRunnable(work));
      case READY_ASYNCHRONOUS -> asynchronous.runReady(work);
      default -> moreWays.get().send(way, work);
    }
  }

  private static String ran(Runnable work) {
    work.run();
    return "ran";
  }
}
