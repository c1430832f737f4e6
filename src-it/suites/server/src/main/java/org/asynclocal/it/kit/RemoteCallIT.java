package org.asynclocal.it.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.asynclocal.it.relay.How;
import org.asynclocal.it.relay.RelayApplication;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two applications of one server call each other, by HTTP, as they would call any server. */
@ArquillianTest
@DisplayName("From one application to another and back")
class RemoteCallIT {
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(Waiting.SECONDS)).build();

  @Deployment(name = "first", testable = false)
  static WebArchive first() {
    return relay("relay-first");
  }

  @Deployment(name = "second", testable = false)
  static WebArchive second() {
    return relay("relay-second");
  }

  private static WebArchive relay(String name) {
    return Wars.configured(
        Wars.withKit(name, RelayResources.class)
            .addPackages(
                false, Filters.exclude(RelayApplication.class), RelayApplication.class.getPackage())
            .addAsLibraries(
                Wars.jarOf(Baggage.class),
                Wars.jarOf(Context.class),
                Wars.jarOf(ComponentLoader.class)),
        "asynclocal.baggage.send=tenant:customer",
        "asynclocal.baggage.accept=tenant:customer",
        "asynclocal.baggage.max-length=40");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a storage that is listed is there at the far end, and one that is not stays")
  void farEnd(
      How how,
      @ArquillianResource @OperateOnDeployment("first") URI first,
      @ArquillianResource @OperateOnDeployment("second") URI second)
      throws Exception {
    assertThat(relay(first, second, "acme & Söhne", how))
        .isEqualTo("acme & Söhne hidden; acme & Söhne null; acme & Söhne null");
  }

  @Test
  @DisplayName("a value over the limit is not sent")
  void overTheLimit(
      @ArquillianResource @OperateOnDeployment("first") URI first,
      @ArquillianResource @OperateOnDeployment("second") URI second)
      throws Exception {
    String most = "x".repeat(40);

    assertThat(relay(first, second, most, How.JAKARTA))
        .isEqualTo(most + " hidden; " + most + " null; " + most + " null");
    assertThat(relay(first, second, most + "x", How.JAKARTA))
        .isEqualTo(most + "x hidden; null null; null null");
  }

  private String relay(URI first, URI second, String open, How how) throws Exception {
    String to = URLEncoder.encode(second + "," + first, UTF_8);
    URI relay =
        first.resolve("relay?how=" + how + "&to=" + to + "&open=" + URLEncoder.encode(open, UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(relay).timeout(Duration.ofSeconds(2 * Waiting.SECONDS)).build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
