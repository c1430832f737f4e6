package org.asynclocal.cdi.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestBoundaryTest extends ObservedRequests {
  @ParameterizedTest
  @EnumSource
  void a_request_begins_without_what_its_thread_has(WebServer.Kind server) throws Exception {
    expectedAfterwards = "leftover";
    try (WebServer running =
        server.start(
            application()
                .outside(dispatch -> STORE.run("leftover", () -> observed(dispatch)))
                .servlet("/", ObservedRequests::answerStore))) {
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
                .servlet("/enter", ObservedRequests::enter)
                .servlet("/thread", ObservedRequests::answerThread)
                .servlet("/", ObservedRequests::answerStore))) {
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
                .servlet("/", ObservedRequests::answerStore))) {
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
                .servlet("/target", ObservedRequests::answerStore))) {
      assertThat(running.get("/")).isEqualTo("entered");
    }
  }
}
