package org.asynclocal.cdi.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Random;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.Application;
import org.asynclocal.cdi.StorageName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure names its seed, to be repeated with {@code -Dasynclocal.seed=}. */
class RequestHeaderFuzzTest {
  private static final String STORAGE = "asynclocal.request-id.storage";
  private static final String HEADER = "X-Request-Id";
  private static final String VALID = "[A-Za-z0-9._-]{1,64}";
  private static final int REQUESTS = 300;
  private static final int LONGEST = 100;

  @AfterEach
  void nothing_is_configured() {
    System.clearProperty(STORAGE);
  }

  @ParameterizedTest
  @EnumSource
  void a_header_of_any_characters_is_the_id_or_one_is_made(WebServer.Kind server) throws Exception {
    System.setProperty(STORAGE, "requestId");
    long seed = Long.getLong("asynclocal.seed", new Random().nextLong());
    Random random = new Random(seed);
    try (Application beans = Application.of(Reader.class);
        WebServer running = server.start(application(beans))) {
      for (int request = 0; request < REQUESTS; request++) {
        String sent = value(random);
        HttpResponse<String> answer = running.answer("/", HEADER, sent);
        assertId(answer, sent.strip(), "seed " + seed + ", header '" + sent + "'");
      }
    }
  }

  private static void assertId(HttpResponse<String> answer, String sent, String what) {
    assertThat(answer.statusCode()).as(what).isEqualTo(200);
    assertThat(answer.body()).as(what).matches(VALID);
    assertThat(answer.headers().firstValue(HEADER)).as(what).contains(answer.body());
    assertThat(answer.body().equals(sent)).as(what).isEqualTo(sent.matches(VALID));
  }

  /** Half of them of what an id may have, the others of what a header may have. */
  private static String value(Random random) {
    int length = random.nextInt(LONGEST);
    String characters =
        random.nextBoolean() ? "azAZ09._-" : " !\"%&'(),/:;<=>?@[]\\^`{|}~az09\u00a0\u00e4\u00ff";
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < length; i++) {
      value.append(characters.charAt(random.nextInt(characters.length())));
    }
    return value.toString();
  }

  private static WebApplication application(Application beans) {
    Reader reader = beans.get(Reader.class);
    return new WebApplication().servlet("/", (request, response) -> reader.write(response));
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
}
