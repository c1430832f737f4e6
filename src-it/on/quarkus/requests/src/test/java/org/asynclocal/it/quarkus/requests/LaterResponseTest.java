package org.asynclocal.it.quarkus.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("A request")
class LaterResponseTest {
  private static final int REQUESTS = 200;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("later/")
  URI server;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"next", "stage", "thread", "timeout"})
  @DisplayName(
      "sees its own store in the response filter and the writer, however it responds later")
  void respondsLater(String way) {
    List<String> seen = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    List<CompletableFuture<HttpResponse<String>>> responses = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      responses.add(send(way, "caller-" + i));
      expected.add("[caller-" + i + "] [caller-" + i + "]");
    }
    while (!responses.stream().allMatch(CompletableFuture::isDone)) {
      send("last", "last").join();
    }
    for (CompletableFuture<HttpResponse<String>> response : responses) {
      var headers = response.join().headers();
      seen.add(headers.allValues("X-Filter") + " " + writer(response.join(), headers));
    }

    assertThat(seen).isEqualTo(expected);
  }

  /** Returns what the writer saw; a response without an entity has none. */
  private static List<String> writer(HttpResponse<String> response, HttpHeaders headers) {
    return response.body().isEmpty()
        ? headers.allValues("X-Filter")
        : headers.allValues("X-Writer");
  }

  private CompletableFuture<HttpResponse<String>> send(String way, String caller) {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(way))
            .header("X-Caller", caller)
            .timeout(Duration.ofSeconds(30))
            .build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }
}
