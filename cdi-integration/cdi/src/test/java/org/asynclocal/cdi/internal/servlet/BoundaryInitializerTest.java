package org.asynclocal.cdi.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.asynclocal.AsyncLocalStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoundaryInitializerTest {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("store");

  @ParameterizedTest
  @EnumSource
  void switched_off_a_request_leaves_its_stores_to_the_next_one_on_its_thread(WebServer.Kind server)
      throws Exception {
    assertThat(secondRequest(server, "false")).isEqualTo("entered");
  }

  @ParameterizedTest
  @EnumSource
  void switched_on_it_leaves_nothing(WebServer.Kind server) throws Exception {
    assertThat(secondRequest(server, "true")).isEqualTo("null");
  }

  @Test
  void another_word_for_the_switch_is_refused() {
    WebApplication application = new WebApplication().parameter("asynclocal.boundary", "off");

    assertThatThrownBy(() -> WebServer.Kind.UNDERTOW.start(application).close())
        .hasStackTraceContaining("ASYNCLOCAL-056")
        .hasStackTraceContaining("'off'");
  }

  private static String secondRequest(WebServer.Kind server, String value) throws Exception {
    WebApplication application =
        new WebApplication()
            .threads(1)
            .parameter("asynclocal.boundary", value)
            .servlet("/enter", (request, response) -> STORE.enterWith("entered"))
            .servlet(
                "/read",
                (request, response) ->
                    response.getWriter().write(String.valueOf(STORE.getStore())));
    try (WebServer running = server.start(application)) {
      running.get("/enter");
      return running.get("/read");
    }
  }
}
