package org.asynclocal.it.quarkus.relay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.asynclocal.it.process.WildFlyProcess;
import org.asynclocal.it.relay.How;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@DisplayName("From WildFly to Quarkus and back to WildFly")
class RelayIT {
  private static final long START_NANOS = 180_000_000_000L;
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final WildFlyProcess WILDFLY =
      new WildFlyProcess(
          Path.of(System.getProperty("wildfly.home")),
          Path.of(System.getProperty("wildfly.yaml")),
          "relay");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static URI wildfly;

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource
  URI quarkus;

  @BeforeAll
  static void start() throws Exception {
    wildfly = WILDFLY.start(Path.of(System.getProperty("relay.war")));
    long deadline = System.nanoTime() + START_NANOS;
    while (!answers()) {
      WILDFLY.requireAlive();
      assertThat(System.nanoTime()).as("WildFly answers in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @AfterAll
  static void stop() throws IOException {
    WILDFLY.close();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a storage that is listed is there at the far end, and one that is not stays")
  void farEnd(How how) throws Exception {
    assertThat(relay(wildfly, quarkus, wildfly, "acme & Söhne", how))
        .isEqualTo("acme & Söhne hidden; acme & Söhne null; acme & Söhne null");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("so it is the other way round")
  void otherWayRound(How how) throws Exception {
    assertThat(relay(quarkus, wildfly, quarkus, "acme", how))
        .isEqualTo("acme hidden; acme null; acme null");
  }

  @Test
  @DisplayName("a value over the limit is not sent")
  void overTheLimit() throws Exception {
    String most = "x".repeat(40);

    assertThat(relay(wildfly, quarkus, wildfly, most, How.MICROPROFILE))
        .isEqualTo(most + " hidden; " + most + " null; " + most + " null");
    assertThat(relay(wildfly, quarkus, wildfly, most + "x", How.MICROPROFILE))
        .isEqualTo(most + "x hidden; null null; null null");
  }

  @Test
  @DisplayName("what somebody sends to a storage that accepts nothing is not taken")
  void notAccepted() throws Exception {
    for (URI server : new URI[] {wildfly, quarkus}) {
      HttpRequest request =
          request(server.resolve("relay?how=JAKARTA"))
              .header("baggage", "secret=guessed,tenant=wrong-key,customer=right")
              .build();
      assertThat(HTTP.send(request, BodyHandlers.ofString()).body()).isEqualTo("right null");
    }
  }

  private static String relay(URI first, URI second, URI third, String open, How how)
      throws Exception {
    String query =
        "?to=" + encoded(second + "," + third) + "&how=" + how + "&open=" + encoded(open);
    HttpResponse<String> answer =
        HTTP.send(
            request(URI.create(first + "relay" + query)).build(), BodyHandlers.ofString(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
  }

  private static boolean answers() throws InterruptedException {
    try {
      HttpRequest request = request(wildfly.resolve("relay?how=JAKARTA")).build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
