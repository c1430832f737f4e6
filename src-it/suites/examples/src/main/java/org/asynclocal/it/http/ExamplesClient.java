package org.asynclocal.it.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls the examples. Thread-safe. */
final class ExamplesClient {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final String PASSWORD = "secret";

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /**
   * A client of one deployment.
   *
   * @param base the application's base, with a slash at its end
   */
  ExamplesClient(URI base) {
    this.base = base;
  }

  Call get(String path) {
    return new Call(path, "GET");
  }

  Call post(String path) {
    return new Call(path, "POST");
  }

  /**
   * Sends all calls, each by a thread of its own as soon as one of the threads is free.
   *
   * @param inFlight how many threads there are, and so how many calls are in flight together
   * @param calls the calls
   * @return their answers, in the order of the calls
   * @throws Exception if one of them fails
   */
  static List<Answer> sendAll(int inFlight, List<Call> calls) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(inFlight);
    try {
      List<Callable<Answer>> tasks = new ArrayList<>();
      for (Call call : calls) {
        tasks.add(call::send);
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : senders.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      senders.shutdownNow();
    }
  }

  /** A call in the making. Confined to one thread until it is sent. */
  final class Call {
    private final HttpRequest.Builder request;

    private Call(String path, String method) {
      request =
          HttpRequest.newBuilder(base.resolve(path))
              .timeout(ANSWER_LIMIT)
              .method(method, BodyPublishers.noBody());
    }

    Call as(String user) {
      return as(user, PASSWORD);
    }

    Call as(String user, String password) {
      byte[] credentials = (user + ":" + password).getBytes(UTF_8);
      return header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    Call header(String name, String value) {
      request.header(name, value);
      return this;
    }

    Answer send() throws IOException {
      try {
        return new Answer(http.send(request.build(), BodyHandlers.ofString(UTF_8)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while waiting for the answer", e);
      }
    }
  }

  /**
   * An answer.
   *
   * @param response the response as the client received it
   */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String mediaType() {
      return header("Content-Type").split(";", 2)[0].strip();
    }

    String body() {
      return response.body();
    }

    /** The body's JSON; fails, and shows the body, if it is none. */
    <T extends JsonStructure> T json(Class<T> type) {
      try (JsonReader reader = Json.createReader(new StringReader(body()))) {
        return type.cast(reader.read());
      } catch (RuntimeException e) {
        throw new AssertionError("Not the JSON expected: " + body(), e);
      }
    }
  }
}
