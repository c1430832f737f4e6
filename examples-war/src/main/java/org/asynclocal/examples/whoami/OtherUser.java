package org.asynclocal.examples.whoami;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import org.asynclocal.examples.security.DemoUsers;

/**
 * Acts as the demo's other user: an HTTP client of this server. Its request makes a server thread
 * run as another user and complete the caller's future there.
 */
@ApplicationScoped
public class OtherUser {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Inject private Handovers handovers;
  @Resource private ManagedExecutorService executor;

  @SuppressWarnings("NullAway.Init") // set by open(), before the container injects this bean
  private HttpClient http;

  @PostConstruct
  void open() {
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .executor(executor)
            .build();
  }

  /**
   * Completes the future of a ticket in a request of the other user.
   *
   * @param ticket the future's ticket
   * @param request the caller's request, with the caller's name and the server's address
   */
  void complete(String ticket, HttpServletRequest request) {
    HttpRequest post =
        HttpRequest.newBuilder(target(ticket, request))
            .timeout(LIMIT)
            .header("Authorization", credentials(DemoUsers.otherThan(request.getRemoteUser())))
            .POST(BodyPublishers.noBody())
            .build();
    http.sendAsync(post, BodyHandlers.discarding())
        .thenAccept(OtherUser::requireAccepted)
        .exceptionally(
            failure -> {
              handovers.fail(ticket, failure);
              return null;
            });
  }

  /** Uses the connection's address, not the Host header, which the client could forge. */
  private static URI target(String ticket, HttpServletRequest request) {
    String path = request.getContextPath() + "/api/whoami/handovers/" + ticket;
    try {
      return new URI(
          "http", null, request.getLocalAddr(), request.getLocalPort(), path, null, null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Not the address of a server: " + path, e);
    }
  }

  private static void requireAccepted(HttpResponse<?> response) {
    if (response.statusCode() != HttpURLConnection.HTTP_NO_CONTENT) {
      throw new UncheckedIOException(
          new IOException(response.uri() + " answered " + response.statusCode()));
    }
  }

  private static String credentials(String user) {
    byte[] plain = (user + ":" + DemoUsers.PASSWORD).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(plain);
  }
}
