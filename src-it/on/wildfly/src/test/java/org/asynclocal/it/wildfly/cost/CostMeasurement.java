package org.asynclocal.it.wildfly.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asynclocal.it.kit.Logins;
import org.asynclocal.it.kit.Wars;
import org.asynclocal.it.support.Waiting;
import org.asynclocal.it.wildfly.WildFlyLogins;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Measures what the kit costs beside a WAR without it, on one server. Not run by default: it says
 * what it found and asserts no times.
 */
@ArquillianTest
@DisplayName("On WildFly, measured beside a WAR without the product,")
class CostMeasurement {
  private static final System.Logger LOG = System.getLogger(CostMeasurement.class.getName());
  private static final int HANDOFFS = 2_000;
  private static final int REQUESTS = 256;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Deployment(name = "kit", testable = false)
  static WebArchive kit() {
    return Wars.withKit(
            "kit-cost", KitHandoffs.class, Carried.class, Logins.class, WildFlyLogins.class)
        .addClasses(ServerHandoffs.class, HandoffBatch.class, Usage.class, UsageServlet.class)
        .addClasses(Rest.class, Delayed.class);
  }

  @Deployment(name = "plain", testable = false)
  static WebArchive plain() {
    return ShrinkWrap.create(WebArchive.class, "plain-cost.war")
        .addClasses(ServerHandoffs.class, HandoffBatch.class, Usage.class, UsageServlet.class)
        .addClasses(Rest.class, PlainDelayed.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  @Test
  @DisplayName("handoffs to a managed thread and back")
  void handoffs(
      @ArquillianResource @OperateOnDeployment("kit") URI kit,
      @ArquillianResource @OperateOnDeployment("plain") URI plain)
      throws Exception {
    List<Measured> lines = new ArrayList<>();
    lines.add(handoffs("the server's executor", plain.resolve("server-handoffs?")));
    lines.add(handoffs("the server's executor, beside the kit", kit.resolve("server-handoffs?")));
    for (Carried carried : Carried.values()) {
      lines.add(
          handoffs("the kit's, " + carried, kit.resolve("kit-handoffs?carried=" + carried + "&")));
    }
    Measured.inTurn(lines);
    report("handoffs", lines);
  }

  @Test
  @DisplayName("requests that read a value when a timer fires")
  void delayed(
      @ArquillianResource @OperateOnDeployment("kit") URI kit,
      @ArquillianResource @OperateOnDeployment("plain") URI plain)
      throws Exception {
    for (int inFlight : new int[] {1, 32}) {
      List<Measured> lines =
          List.of(
              new Measured("without, in flight " + inFlight, () -> requests(plain, inFlight)),
              new Measured("with the kit, in flight " + inFlight, () -> requests(kit, inFlight)));
      Measured.inTurn(lines);
      report("delayed-" + inFlight, lines);
    }
  }

  private Measured handoffs(String name, URI batch) {
    URI uri = URI.create(batch + "handoffs=" + HANDOFFS);
    return new Measured(name, () -> Usage.parse(body(send(uri).join())));
  }

  private Usage requests(URI root, int inFlight) {
    Usage before = usage(root);
    for (int sent = 0; sent < REQUESTS; sent += inFlight) {
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < inFlight; i++) {
        answers.add(send(root.resolve("api/delayed/v" + i)));
      }
      for (int i = 0; i < inFlight; i++) {
        assertThat(body(answers.get(i).join())).isEqualTo("v" + i);
      }
    }
    return usage(root).since(before, REQUESTS);
  }

  private Usage usage(URI root) {
    return Usage.parse(body(send(root.resolve("usage")).join()));
  }

  private CompletableFuture<HttpResponse<String>> send(URI uri) {
    HttpRequest request =
        HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(Waiting.SECONDS)).build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  private static String body(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private static void report(String name, List<Measured> lines) throws IOException {
    List<String> table = new ArrayList<>(Measured.head(name));
    lines.forEach(line -> table.add(line.line(lines.get(0))));
    LOG.log(Level.INFO, String.join(System.lineSeparator(), table));
    Files.write(Path.of("target", "cost-" + name + ".md"), table);
  }
}
