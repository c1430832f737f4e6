package org.asynclocal.it.quarkus.storm;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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

  /** The endpoint whose requests wait until {@link #AT_GATE} of them are in flight. */
  private static final String GATE = "storm/gate";

  /** The endpoints that fail on purpose, after they have entered a value. */
  private static final List<String> FAILING = List.of("storm/fail", "storm/fail-later");

  /** How many wait for each other; each {@link #BLOCK} of requests begins with as many. */
  public static final int AT_GATE = 100;

  private static final int BLOCK = 2_000;
  private static final int SAMPLES = 20;
  private static final List<Edge> EDGES = List.of(Edge.values());
  private static final int AT_ONCE = 256;
  private static final int OK = 200;
  private static final int FAILED = 500;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final AtomicInteger mixed = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
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
   * The result of a storm.
   *
   * @param requests how many were answered
   * @param mixed how many of them saw another's value
   * @param failed how many failed on purpose, having seen their own value
   * @param wrong samples of what requests saw that did not see exactly their own value, and before
   *     it none
   */
  public record Outcome(int requests, int mixed, int failed, List<String> wrong) {}

  /** Sends the requests and waits for all answers. */
  @SuppressWarnings("FutureReturnValueIgnored") // each answer is judged, and gives its place back
  public Outcome rage(int requests) throws Exception {
    for (int i = 0; i < requests; i++) {
      acquire(1);
      send(i).whenComplete((done, failure) -> answered(failure));
    }
    acquire(AT_ONCE);
    free.release(AT_ONCE);
    Outcome outcome = new Outcome(requests, mixed.get(), failed.get(), List.copyOf(wrong));
    LOGGER.log(
        Level.INFO,
        "{0} requests, {1} saw another''s value, {2} failed on purpose",
        requests,
        outcome.mixed(),
        outcome.failed());
    return outcome;
  }

  private void acquire(int permits) throws Exception {
    if (!free.tryAcquire(permits, 1, TimeUnit.MINUTES)) {
      throw new TimeoutException("no answer for a minute");
    }
  }

  /** The way of the i-th request: each block begins with one gate; one in a hundred fails. */
  private String way(int i) {
    if (fails(i)) {
      return FAILING.get(i / 100 % FAILING.size());
    }
    return i % BLOCK < AT_GATE ? GATE : ways.get(i % ways.size());
  }

  /** How many of so many requests are to fail. */
  public static int failures(int requests) {
    return Math.toIntExact(IntStream.range(0, requests).filter(Storm::fails).count());
  }

  /** None at the gate: one more fails in its stead. */
  private static boolean fails(int i) {
    int place = i % BLOCK;
    return place >= AT_GATE && (place % 100 == 0 || place == AT_GATE + 50);
  }

  private CompletableFuture<?> send(int i) {
    String way = way(i);
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
        .thenAccept(response -> judge(id, edge, fails(i), response));
  }

  private void answered(@Nullable Throwable failure) {
    if (failure != null) {
      wrong(failure.toString());
    }
    free.release();
  }

  private void wrong(String what) {
    if (wrong.size() < SAMPLES) {
      wrong.add(what);
    }
  }

  private void judge(String id, Edge edge, boolean fails, HttpResponse<String> response) {
    String found = response.headers().firstValue(FOUND).orElse("");
    String seen = found + " " + response.body();
    boolean foreign =
        List.of(seen.split("[ |]")).stream().anyMatch(s -> !s.equals(id) && !s.equals("null"));
    int expected = fails ? FAILED : OK;
    if (foreign && response.statusCode() == expected) {
      mixed.incrementAndGet();
    }
    String raw = edge == Edge.ENTER ? id : "null";
    boolean own = seen.matches("null( " + id + ")+(\\|" + raw + ")?");
    if (!own || response.statusCode() != expected) {
      wrong(id + ": " + response.statusCode() + " " + seen);
    } else if (fails) {
      failed.incrementAndGet();
    }
  }
}
