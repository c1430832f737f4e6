package org.asynclocal.cdi.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.Application;
import org.asynclocal.cdi.StorageName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestIdTest {
  private static final String HEADER = "X-Request-Id";
  private static final String OF_64 = "a".repeat(64);

  private final Map<String, String> configured = new TreeMap<>();

  @AfterEach
  void nothing_is_configured() {
    configured.keySet().forEach(System::clearProperty);
  }

  @ParameterizedTest
  @EnumSource
  void the_id_that_is_sent_is_injected_and_answered(WebServer.Kind server) throws Exception {
    assertThat(answer(server, "/", HEADER, "a-B_c.9")).isEqualTo("a-B_c.9 a-B_c.9");
    assertThat(answer(server, "/", HEADER, OF_64)).isEqualTo(OF_64 + " " + OF_64);
  }

  @ParameterizedTest
  @EnumSource
  void one_is_made_where_none_is_sent_or_a_wrong_one(WebServer.Kind server) throws Exception {
    assertMade(answer(server, "/"));
    assertMade(answer(server, "/", HEADER, "with blank"));
    assertMade(answer(server, "/", HEADER, OF_64 + "a"));
    assertMade(answer(server, "/", HEADER, "<script>"));
  }

  @ParameterizedTest
  @EnumSource
  void the_header_and_what_an_id_is_can_be_chosen(WebServer.Kind server) throws Exception {
    set("asynclocal.request-id.header", "X-Correlation");
    set("asynclocal.request-id.pattern", "[0-9 ]+");

    assertThat(answer(server, "/", "X-Correlation", "1 2")).isEqualTo("1 2 1 2");
    assertMade(answer(server, "/", "X-Correlation", "x"));
    assertMade(answer(server, "/", "X-Correlation", "1".repeat(257)));
  }

  @ParameterizedTest
  @EnumSource
  void it_is_the_same_one_after_an_asynchronous_dispatch_and_on_an_error_page(WebServer.Kind server)
      throws Exception {
    assertThat(answer(server, "/async", HEADER, "async-1")).isEqualTo("async-1 async-1");
    assertThat(answer(server, "/fails", HEADER, "failed-1")).isEqualTo("failed-1 failed-1");
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_opened_or_answered_without_a_storage(WebServer.Kind server) throws Exception {
    try (Application beans = Application.of(Reader.class);
        WebServer running = server.start(application(beans))) {
      HttpResponse<String> answer = running.answer("/", HEADER, "1");

      assertThat(answer.body()).isEqualTo("null");
      assertThat(answer.headers().firstValue(HEADER)).isEmpty();
    }
  }

  @Test
  void a_storage_of_another_type_is_refused() {
    set("asynclocal.request-id.storage", "requestId");

    assertThatThrownBy(() -> Application.of(OfInteger.class).close())
        .hasMessageContainingAll(
            "ASYNCLOCAL-050", "'requestId'", "asynclocal.request-id.storage", "Integer");
  }

  @Test
  void a_pattern_that_is_none_is_refused() {
    set("asynclocal.request-id.pattern", "[");

    assertThatThrownBy(() -> Application.of(Reader.class).close())
        .hasMessageContainingAll("ASYNCLOCAL-070", "'asynclocal.request-id.pattern'", "'['");
  }

  private String answer(WebServer.Kind server, String path, String... headers) throws Exception {
    set("asynclocal.request-id.storage", "requestId");
    try (Application beans = Application.of(Reader.class);
        WebServer running = server.start(application(beans))) {
      HttpResponse<String> answer = running.answer(path, headers);
      String header = headers.length == 0 ? HEADER : headers[0];
      return answer.body() + " " + answer.headers().firstValue(header).orElse("none");
    }
  }

  private static WebApplication application(Application beans) {
    Reader reader = beans.get(Reader.class);
    return new WebApplication()
        .servlet("/", (request, response) -> reader.write(response))
        .servlet(WebApplication.ERROR_PAGE, (request, response) -> reader.write(response))
        .servlet("/async", RequestIdTest::dispatch)
        .servlet(
            "/fails",
            (request, response) -> {
              throw new IllegalStateException("expected by the test");
            });
  }

  private static void dispatch(HttpServletRequest request, HttpServletResponse response) {
    request.startAsync().dispatch("/");
  }

  private static void assertMade(String answer) {
    String[] parts = answer.split(" ", 2);
    assertThat(UUID.fromString(parts[0])).hasToString(parts[1]);
  }

  private void set(String key, String value) {
    configured.put(key, value);
    System.setProperty(key, value);
  }

  @ApplicationScoped
  static class Reader {
    @Inject
    @StorageName("requestId")
    AsyncLocalStorage<String> requestId;

    void write(HttpServletResponse response) throws IOException {
      response.getWriter().write(String.valueOf(requestId.getStore()));
    }
  }

  @ApplicationScoped
  static class OfInteger {
    @Inject
    @StorageName("requestId")
    AsyncLocalStorage<Integer> requestId;
  }
}
