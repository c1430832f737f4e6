package org.asynclocal.cdi.internal.servlet;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncRequestTest extends ObservedRequests {
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
                .servlet("/target", ObservedRequests::answerStore))) {
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
                .servlet("/target", ObservedRequests::answerStore))) {
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
                .servlet("/target", ObservedRequests::answerStore))) {
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
                .servlet("/target", ObservedRequests::answerStore))) {
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
                .servlet("/target", ObservedRequests::answerStore))) {
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
