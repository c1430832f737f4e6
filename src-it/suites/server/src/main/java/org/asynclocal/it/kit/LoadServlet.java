package org.asynclocal.it.kit;

import static org.asynclocal.it.kit.LoadEdge.REQUEST;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.asynclocal.AsyncLocalStorage;

/**
 * Works for a request in one of many ways, and answers what it saw on its way: the request's id.
 */
@WebServlet(urlPatterns = "/load", asyncSupported = true)
@SuppressWarnings("serial") // servlets are never serialized
public class LoadServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;
  private static final LoadGate GATE = new LoadGate();

  @Inject Executors executors;
  @Resource ManagedExecutorService servers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LoadWay way = LoadWay.valueOf(request.getParameter("way"));
    if (way == LoadWay.GATE) {
      later(request, GATE.through(executors.plain.newIncompleteFuture()).thenApply(x -> seen()));
    } else if (way == LoadWay.ASYNC) {
      later(request, executors.plain.supplyAsync(this::seen));
    } else {
      response.getWriter().print(seenOn(way));
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the client sees the outcome
  private void later(HttpServletRequest request, CompletableFuture<String> seen) {
    AsyncContext context = LoadEdge.goesOn(request);
    context.setTimeout(0);
    CompletableFuture<Void> written =
        seen.thenAcceptAsync(answer -> write(context, answer + " " + seen()));
    written.whenComplete((done, failure) -> context.complete());
  }

  private static void write(AsyncContext context, String answer) {
    try {
      context.getResponse().getWriter().print(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String seenOn(LoadWay way) {
    try {
      return switch (way) {
        case TASK -> get(executors.plain.submit(this::seen)) + " " + seen();
        case STAGES -> get(executors.four.supplyAsync(this::seen).thenApplyAsync(this::andSeen));
        case INLINE -> get(inline()) + " " + seen();
        case SERVER -> get(servers.submit(this::seen)) + " " + seen();
        case SERVER_BOUND ->
            get(servers.submit(AsyncLocalStorage.bindCallable(this::seen))) + " " + seen();
        case BOUND -> get(onCommonPool()) + " " + seen();
        case NESTED -> nested() + " " + seen();
        case FAIL -> throw new LoadEdge.LoadFailure();
        case FAIL_IN_TASK -> failInTask();
        default -> throw new IllegalArgumentException(way.name());
      };
    } catch (LoadEdge.LoadFailure injected) {
      throw injected;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private String seen() {
    return String.valueOf(REQUEST.getStore());
  }

  private String andSeen(String before) {
    return before + " " + seen();
  }

  /** A stage that an idle thread of the server completes. */
  private CompletableFuture<String> inline() {
    CompletableFuture<Integer> gate = executors.plain.newIncompleteFuture();
    CompletableFuture<String> stage = gate.thenApply(x -> seen());
    Thread completer = new Thread(() -> gate.complete(1));
    completer.start();
    return stage;
  }

  private Future<String> onCommonPool() {
    return ForkJoinPool.commonPool().submit(AsyncLocalStorage.bindCallable(this::seen));
  }

  /** Binds, enters, hides and leaves open what the request is to have no trace of. */
  private String nested() {
    REQUEST.run("inner", () -> REQUEST.enterWith("entered"));
    REQUEST.exit(() -> REQUEST.withScope("left open"));
    AsyncLocalStorage.bindRunnable(() -> REQUEST.enterWith("in a task")).run();
    return seen();
  }

  private String failInTask() {
    CompletableFuture<String> failing =
        executors.plain.supplyAsync(
            () -> {
              REQUEST.enterWith("failed");
              throw new LoadEdge.LoadFailure();
            });
    try {
      return failing.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LoadEdge.LoadFailure injected ? injected : e;
    }
  }
}
