package org.asynclocal.cdi.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import org.asynclocal.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorPageTest extends ObservedRequests {
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
                .servlet(WebApplication.ERROR_PAGE, ObservedRequests::answerError))) {
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
                .servlet(WebApplication.ERROR_PAGE, ObservedRequests::answerError))) {
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
                .servlet(WebApplication.ERROR_PAGE, ObservedRequests::answerError))) {
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
                .servlet(WebApplication.ERROR_PAGE, ObservedRequests::answerError))) {
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
                .servlet(WebApplication.ERROR_PAGE, ObservedRequests::answerError))) {
      assertThat(running.get("/")).isEqualTo("ERROR insideinside");
    }
  }
}
