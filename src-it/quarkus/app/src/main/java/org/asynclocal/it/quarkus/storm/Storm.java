package org.asynclocal.it.quarkus.storm;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends requests of all kinds at once, each with its own id, and judges what they saw. */
public final class Storm {
  private static final Logger LOGGER = System.getLogger(Storm.class.getName());

  /** The header with a request's id. */
  public static final String ID = "X-Storm-Id";

  /** The header with the {@link Edge}. */
  public static final String EDGE = "X-Storm-Edge";

  static final String FOUND = "X-Storm-Found";

  /** The endpoints that every JDK has. */
  public static final List<String> WAYS =
      List.of("storm/loop", "storm/worker", "storm/uni", "storm/timer", "storm/blocking");

  private static final List<Edge> EDGES = List.of(Edge.values());
  private static final int AT_ONCE = 256;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final AtomicInteger mixed = new AtomicInteger();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final URI server;
  private final List<String> ways;
  private final List<String> callers;

  /**
   * A storm upon a server.
   *
   * @param server the root of the application, ending in a slash
   * @param ways the endpoints
   * @param callers headers for authorization, in turns; an empty one for none
   */
  public Storm(URI server, List<String> ways, List<String> callers) {
    this.server = server;
    this.ways = ways;
    this.callers = callers;
  }

  /**
   * What came of a storm.
   *
   * @param requests how many were answered
   * @param mixed how many of them saw another's value
   * @param wrong what each saw that did not see exactly its own value, and before it none
   */
  public record Outcome(int requests, int mixed, List<String> wrong) {}

  /** Sends the requests and waits for all answers. */
  public Outcome rage(int requests) throws Exception {
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      if (!free.tryAcquire(1, TimeUnit.MINUTES)) {
        throw new TimeoutException("no answer for a minute");
      }
      answers.add(send(i).whenComplete((done, failure) -> answered(failure)));
    }
    CompletableFuture<?>[] all = answers.toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).get(1, TimeUnit.MINUTES);
    Outcome outcome = new Outcome(requests, mixed.get(), List.copyOf(wrong));
    LOGGER.log(Level.INFO, "{0} requests, {1} saw another''s value", requests, outcome.mixed());
    return outcome;
  }

  private CompletableFuture<?> send(int i) {
    String way = ways.get(i % ways.size());
    Edge edge = EDGES.get(i / ways.size() % EDGES.size());
    String caller = callers.get(i / (ways.size() * EDGES.size()) % callers.size());
    String id = way.replace('/', '-') + "-" + edge + "-" + i;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(way))
            .header(ID, id)
            .header(EDGE, edge.name())
            .timeout(Duration.ofMinutes(1));
    if (!caller.isEmpty()) {
      request.header("Authorization", caller);
    }
    return client
        .sendAsync(request.build(), BodyHandlers.ofString())
        .thenAccept(response -> judge(id, edge, response));
  }

  private void answered(@Nullable Throwable failure) {
    if (failure != null) {
      wrong.add(failure.toString());
    }
    free.release();
  }

  private void judge(String id, Edge edge, HttpResponse<String> response) {
    String found = response.headers().firstValue(FOUND).orElse("");
    String seen = found + " " + response.body();
    boolean foreign =
        List.of(seen.split("[ |]")).stream().anyMatch(s -> !s.equals(id) && !s.equals("null"));
    if (foreign && response.statusCode() == 200) {
      mixed.incrementAndGet();
    }
    String raw = edge == Edge.ENTER ? id : "null";
    if (!seen.matches("null( " + id + ")+(\\|" + raw + ")?")) {
      wrong.add(id + ": " + response.statusCode() + " " + seen);
    }
  }
}
