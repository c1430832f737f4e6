package org.asynclocal.it.quarkus.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The library's counters at the endpoint that Quarkus itself offers to Prometheus. */
@QuarkusTest
class MetricsTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("services/")
  URI services;

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("/q/metrics")
  URI metrics;

  @Test
  void the_endpoint_has_the_counters_and_a_request_captures() throws Exception {
    double before = count("captured");

    assertThat(get(services.resolve("run/asynchronous"))).isEqualTo("own");

    assertThat(count("captured")).isGreaterThan(before);
    assertThat(count("lost")).isZero();
    assertThat(count("leaked")).isZero();
  }

  private double count(String name) throws Exception {
    String line = "asynclocal_" + name + "_total ";
    return get(metrics)
        .lines()
        .filter(found -> found.startsWith(line))
        .mapToDouble(found -> Double.parseDouble(found.substring(line.length())))
        .findFirst()
        .orElseThrow();
  }

  private String get(URI uri) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
