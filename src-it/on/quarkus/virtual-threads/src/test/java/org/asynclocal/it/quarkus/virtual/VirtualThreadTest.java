package org.asynclocal.it.quarkus.virtual;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.asynclocal.it.quarkus.storm.InFlight;
import org.asynclocal.it.quarkus.storm.Storm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class VirtualThreadTest {
  private static final String ALICE =
      "Basic " + Base64.getEncoder().encodeToString("alice:secret".getBytes(UTF_8));

  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("")
  URI server;

  @Inject InFlight inFlight;

  @Test
  void ten_thousand_requests_on_virtual_and_other_threads_see_their_own_values_alone()
      throws Exception {
    List<String> ways = Stream.concat(Storm.WAYS.stream(), Stream.of("virtual/storm")).toList();

    Storm.Outcome outcome = new Storm(server, ways, List.of("", ALICE)).rage(10_000);

    assertThat(outcome.wrong()).isEmpty();
    assertThat(outcome.mixed()).isZero();
    assertThat(inFlight.most()).isGreaterThanOrEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"thread", "task"})
  void identity_request_scope_and_transaction_are_there_beside_the_store(String way)
      throws Exception {
    assertThat(send(HttpRequest.newBuilder(server.resolve("virtual/" + way))).body())
        .isEqualTo("own alice visit same transaction");
  }

  @Test
  void rows_of_a_transaction_on_a_virtual_thread_are_committed() throws Exception {
    HttpResponse<String> response = order("virtual/orders?item=book");
    JsonNode order = new ObjectMapper().readTree(response.body());

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(rowsOf(order)).isEqualTo(3);
  }

  @Test
  void rows_of_a_transaction_on_a_virtual_thread_are_rolled_back() throws Exception {
    HttpResponse<String> response = order("virtual/orders?item=book&fail=true");
    JsonNode order = new ObjectMapper().readTree(response.body());

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(rowsOf(order)).isZero();
  }

  private HttpResponse<String> order(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(server.resolve(path)).POST(BodyPublishers.noBody()));
  }

  private long rowsOf(JsonNode order) throws IOException, InterruptedException {
    String id = order.get("orderId").asText();
    String rows = send(HttpRequest.newBuilder(server.resolve("api/orders"))).body();
    return new ObjectMapper()
        .readTree(rows).findValuesAsText("orderId").stream().filter(id::equals).count();
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(
        request.header("Authorization", ALICE).timeout(Duration.ofSeconds(30)).build(),
        BodyHandlers.ofString());
  }
}
