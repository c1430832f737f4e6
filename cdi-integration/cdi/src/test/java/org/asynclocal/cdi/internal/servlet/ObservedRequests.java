package org.asynclocal.cdi.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * The common part of the tests of the request boundary: a server whose threads are inspected after
 * each dispatch.
 */
abstract class ObservedRequests {
  static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("store");

  /** The stores of the server's threads after each dispatch. */
  private final Queue<String> afterwards = new ConcurrentLinkedQueue<>();

  @Nullable String expectedAfterwards;

  @AfterEach
  void every_thread_has_again_what_it_had() {
    assertThat(afterwards).isNotEmpty().containsOnly(String.valueOf(expectedAfterwards));
  }

  WebApplication application() {
    return new WebApplication().outside(this::observed);
  }

  WebApplication boundByFilter() {
    return application()
        .filter(
            (chain, request, response) -> {
              try (Scope scope = STORE.withScope("by filter")) {
                assertThat(scope).isNotNull();
                chain.doFilter(request, response);
              }
            });
  }

  void observed(WebApplication.Dispatch dispatch) throws Exception {
    try {
      dispatch.run();
    } finally {
      afterwards.add(String.valueOf(STORE.getStore()));
    }
  }

  static void enter(HttpServletRequest request, HttpServletResponse response) {
    STORE.enterWith("entered");
    answerThread(request, response);
  }

  static void answerThread(HttpServletRequest request, HttpServletResponse response) {
    answer(response, Thread.currentThread().getName());
  }

  static void answerStore(HttpServletRequest request, HttpServletResponse response) {
    answer(response, STORE.getStore());
    if (request.getDispatcherType() == DispatcherType.ASYNC && request.isAsyncStarted()) {
      request.getAsyncContext().complete();
    }
  }

  static void answerError(HttpServletRequest request, HttpServletResponse response) {
    answer(response, request.getDispatcherType() + " " + STORE.getStore());
  }

  static void answer(jakarta.servlet.ServletResponse response, @Nullable String text) {
    try {
      response.getWriter().write(String.valueOf(text));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static void dispatchFromElsewhere(AsyncContext async) {
    elsewhere(() -> async.dispatch("/target"));
  }

  /** Runs it on an unmanaged thread, which has no stores. */
  static void elsewhere(Runnable task) {
    new Thread(task, "elsewhere").start();
  }
}
