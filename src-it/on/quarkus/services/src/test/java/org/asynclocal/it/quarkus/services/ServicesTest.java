package org.asynclocal.it.quarkus.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ServicesTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("services/")
  URI services;

  @ParameterizedTest(name = "{0} finds after enterWith: {1}, in run: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "asynchronous | own | own",
        "retry        | own | own",
        "fallback     | own | own",
        "client       | sent own, received own | sent own, received null",
        "client-stage | sent own, received own, then own | sent own, received null, then null",
        "client-uni   | sent own, received own, then own | sent own, received null, then own",
      })
  void a_service_carries_what_the_table_says(String service, String entered, String run)
      throws Exception {
    assertThat(get("enterWith/" + service)).isEqualTo(entered);
    assertThat(get("run/" + service)).isEqualTo(run);
  }

  private String get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(services.resolve(path)).timeout(Duration.ofSeconds(30)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
