package org.asynclocal.it.quarkus.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("A request to an application without an injected storage")
class RequestIdTest {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("later/")
  URI server;

  @Test
  @DisplayName("gets a request id if only the environment names the storage")
  void requestId() throws Exception {
    HttpResponse<String> response = get("last");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Request-Id")).isPresent();
  }

  @Test
  @DisplayName("leaves the storages available to a lookup with Instance.select")
  void lookup() {
    AsyncLocalStorage<String> storage =
        CDI.current()
            .select(new TypeLiteral<AsyncLocalStorage<String>>() {}, StorageName.Literal.of("any"))
            .get();

    assertThat(storage.name()).isEqualTo("any");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString());
  }
}
