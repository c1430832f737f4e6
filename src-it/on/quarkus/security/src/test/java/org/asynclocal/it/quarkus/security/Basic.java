package org.asynclocal.it.quarkus.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/** Calls with BASIC authentication. */
final class Basic {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Basic() {}

  /** The header for a user with the demo password. */
  static String of(String user) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":secret").getBytes(UTF_8));
  }

  static HttpResponse<String> get(URI uri, String user) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", of(user))
            .timeout(Duration.ofSeconds(30))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }
}
