package org.asynclocal.cdi.servlet;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestBoundaryTest {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("store");

  /** What the threads of the server had after each dispatch. */
  private final Queue<String> afterwards = new ConcurrentLinkedQueue<>();

  private @Nullable String expectedAfterwards;

  @AfterEach
  void every_thread_has_again_what_it_had() {
    assertThat(afterwards).isNotEmpty().containsOnly(String.valueOf(expectedAfterwards));
  }

  @ParameterizedTest
  @EnumSource
  void a_request_begins_without_what_its_thread_has(WebServer.Kind server) throws Exception {
    expectedAfterwards = "leftover";
    try (WebServer running =
        server.start(
            application()
                .outside(dispatch -> STORE.run("leftover", () -> observed(dispatch)))
                .servlet("/", RequestBoundaryTest::answerStore))) {
      assertThat(running.get("/")).isEqualTo("null");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_a_request_enters_is_gone_in_the_next_one_on_its_thread(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            application()
                .threads(1)
                .servlet("/enter", RequestBoundaryTest::enter)
                .servlet("/thread", RequestBoundaryTest::answerThread)
                .servlet("/", RequestBoundaryTest::answerStore))) {
      String thread = running.get("/enter");

      assertThat(running.get("/thread")).isEqualTo(thread);
      assertThat(running.get("/")).isEqualTo("null");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_filter_of_the_application_is_inside_and_may_enter_a_store(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            application()
                .filter(
                    (chain, request, response) -> {
                      STORE.enterWith("by filter");
                      chain.doFilter(request, response);
                    })
                .servlet("/", RequestBoundaryTest::answerStore))) {
      assertThat(running.get("/")).isEqualTo("by filter");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_forward_stays_inside(WebServer.Kind server) throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      STORE.enterWith("entered");
                      request.getRequestDispatcher("/target").forward(request, response);
                    })
                .servlet("/target", RequestBoundaryTest::answerStore))) {
      assertThat(running.get("/")).isEqualTo("entered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_asynchronous_dispatch_has_what_the_request_entered(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      STORE.enterWith("entered");
                      dispatchFromElsewhere(request.startAsync());
                    })
                .servlet("/target", RequestBoundaryTest::answerStore))) {
      assertThat(running.get("/")).isEqualTo("entered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void so_it_has_when_the_request_was_started_with_a_wrapper(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      STORE.enterWith("entered");
                      dispatchFromElsewhere(request.startAsync(request, response));
                    })
                .servlet("/target", RequestBoundaryTest::answerStore))) {
      assertThat(running.get("/")).isEqualTo("entered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_asynchronous_dispatch_has_what_a_filter_bound_around_its_start(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            boundByFilter()
                .servlet("/", (request, response) -> dispatchFromElsewhere(request.startAsync()))
                .servlet("/target", RequestBoundaryTest::answerStore))) {
      assertThat(running.get("/")).isEqualTo("by filter");
    }
  }

  @ParameterizedTest
  @EnumSource
  void so_it_has_when_a_filter_bound_it_around_a_start_with_a_wrapper(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            boundByFilter()
                .servlet(
                    "/",
                    (request, response) ->
                        dispatchFromElsewhere(request.startAsync(request, response)))
                .servlet("/target", RequestBoundaryTest::answerStore))) {
      assertThat(running.get("/")).isEqualTo("by filter");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_asynchronous_dispatch_has_what_was_entered_up_to_the_call_that_asked_for_it(
      WebServer.Kind server) throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      AsyncContext async = request.startAsync();
                      STORE.enterWith("entered later");
                      async.dispatch("/target");
                    })
                .servlet("/target", RequestBoundaryTest::answerStore))) {
      assertThat(running.get("/")).isEqualTo("entered later");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_second_asynchronous_dispatch_has_what_the_first_entered(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet("/", (request, response) -> dispatchFromElsewhere(request.startAsync()))
                .servlet(
                    "/target",
                    (request, response) -> {
                      if (STORE.isBound()) {
                        answerStore(request, response);
                      } else {
                        STORE.enterWith("entered by the first");
                        dispatchFromElsewhere(request.startAsync());
                      }
                    }))) {
      assertThat(running.get("/")).isEqualTo("entered by the first");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_task_of_the_asynchronous_context_has_the_store(WebServer.Kind server) throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      STORE.enterWith("entered");
                      AsyncContext async = request.startAsync();
                      async.start(
                          () -> {
                            answer(async.getResponse(), STORE.getStore());
                            async.complete();
                          });
                    }))) {
      assertThat(running.get("/")).isEqualTo("entered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void so_has_one_of_the_context_that_the_request_is_asked_for(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      STORE.enterWith("entered");
                      request.startAsync();
                      AsyncContext async = request.getAsyncContext();
                      async.start(
                          () -> {
                            answer(async.getResponse(), STORE.getStore());
                            async.complete();
                          });
                    }))) {
      assertThat(running.get("/")).isEqualTo("entered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_listener_hears_of_the_timeout_with_the_store(WebServer.Kind server) throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      STORE.enterWith("entered");
                      AsyncContext async = request.startAsync();
                      async.setTimeout(1);
                      async.addListener(
                          new Listener() {
                            @Override
                            public void onTimeout(AsyncEvent event) {
                              answer(async.getResponse(), STORE.getStore());
                              async.complete();
                            }
                          });
                    }))) {
      assertThat(running.get("/")).isEqualTo("entered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_listener_hears_of_the_completion_with_the_store(WebServer.Kind server) throws Exception {
    LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      STORE.enterWith("entered");
                      AsyncContext async = request.startAsync();
                      async.addListener(
                          new Listener() {
                            @Override
                            public void onComplete(AsyncEvent event) {
                              heard.add(String.valueOf(STORE.getStore()));
                            }
                          },
                          request,
                          response);
                      elsewhere(async::complete);
                    }))) {
      running.get("/");
      assertThat(heard.poll(20, SECONDS)).isEqualTo("entered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_error_page_of_an_exception_has_what_the_request_entered(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      STORE.enterWith("entered");
                      throw new ServletException("expected by the test");
                    })
                .servlet(WebApplication.ERROR_PAGE, RequestBoundaryTest::answerError))) {
      assertThat(running.get("/")).isEqualTo("ERROR entered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_error_page_of_a_status_has_what_the_request_entered(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      STORE.enterWith("entered");
                      response.sendError(418);
                    })
                .servlet(WebApplication.ERROR_PAGE, RequestBoundaryTest::answerError))) {
      assertThat(running.get("/")).isEqualTo("ERROR entered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_error_page_of_a_timeout_has_what_the_request_entered(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      STORE.enterWith("entered");
                      request.startAsync().setTimeout(1);
                    })
                .servlet(WebApplication.ERROR_PAGE, RequestBoundaryTest::answerError))) {
      assertThat(running.get("/")).isEqualTo("ERROR entered");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_error_page_of_an_asynchronous_dispatch_has_what_that_entered(WebServer.Kind server)
      throws Exception {
    try (WebServer running =
        server.start(
            application()
                .servlet("/", (request, response) -> dispatchFromElsewhere(request.startAsync()))
                .servlet(
                    "/target",
                    (request, response) -> {
                      STORE.enterWith("entered by the dispatch");
                      response.sendError(418);
                    })
                .servlet(WebApplication.ERROR_PAGE, RequestBoundaryTest::answerError))) {
      assertThat(running.get("/")).isEqualTo("ERROR entered by the dispatch");
    }
  }

  /** Some servers show the page of {@code sendError} at once, within the dispatch. */
  @Test
  void an_error_page_within_the_dispatch_stays_inside() throws Exception {
    try (WebServer running =
        WebServer.Kind.UNDERTOW.start(
            application()
                .servlet(
                    "/",
                    (request, response) -> {
                      try (Scope scope = STORE.withScope("inside")) {
                        assertThat(scope).isNotNull();
                        UndertowServer.showErrorPageNow(request, response);
                        answerStore(request, response);
                      }
                    })
                .servlet(WebApplication.ERROR_PAGE, RequestBoundaryTest::answerError))) {
      assertThat(running.get("/")).isEqualTo("ERROR insideinside");
    }
  }

  private WebApplication application() {
    return new WebApplication().outside(this::observed);
  }

  private WebApplication boundByFilter() {
    return application()
        .filter(
            (chain, request, response) -> {
              try (Scope scope = STORE.withScope("by filter")) {
                assertThat(scope).isNotNull();
                chain.doFilter(request, response);
              }
            });
  }

  private void observed(WebApplication.Dispatch dispatch) throws Exception {
    try {
      dispatch.run();
    } finally {
      afterwards.add(String.valueOf(STORE.getStore()));
    }
  }

  private static void enter(HttpServletRequest request, HttpServletResponse response) {
    STORE.enterWith("entered");
    answerThread(request, response);
  }

  private static void answerThread(HttpServletRequest request, HttpServletResponse response) {
    answer(response, Thread.currentThread().getName());
  }

  private static void answerStore(HttpServletRequest request, HttpServletResponse response) {
    answer(response, STORE.getStore());
    if (request.getDispatcherType() == DispatcherType.ASYNC && request.isAsyncStarted()) {
      request.getAsyncContext().complete();
    }
  }

  private static void answerError(HttpServletRequest request, HttpServletResponse response) {
    answer(response, request.getDispatcherType() + " " + STORE.getStore());
  }

  private static void answer(jakarta.servlet.ServletResponse response, @Nullable String text) {
    try {
      response.getWriter().write(String.valueOf(text));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void dispatchFromElsewhere(AsyncContext async) {
    elsewhere(() -> async.dispatch("/target"));
  }

  /** Runs it on a thread that nobody manages, which has no stores. */
  private static void elsewhere(Runnable task) {
    new Thread(task, "elsewhere").start();
  }

  private interface Listener extends AsyncListener {
    @Override
    default void onComplete(AsyncEvent event) {}

    @Override
    default void onTimeout(AsyncEvent event) {}

    @Override
    default void onError(AsyncEvent event) {}

    @Override
    default void onStartAsync(AsyncEvent event) {}
  }
}
