package org.asynclocal.it.quarkus.storm;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.quarkus.Stores;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * One endpoint for each way to work. Each answers what it saw on its way, which has to be the
 * request's own id each time, and after a {@code |} what callbacks saw that nothing bound: Vert.x
 * calls them later, when a {@code run} or scope is over, so they see only what was entered.
 */
@Path("storm")
public class StormResource {
  private static final long MILLIS = 5;

  private final List<CompletableFuture<Void>> gates = new ArrayList<>();
  private final Vertx vertx;

  StormResource(Vertx vertx) {
    this.vertx = vertx;
  }

  @GET
  @Path("loop")
  @NonBlocking
  public String loop(@HeaderParam(Storm.EDGE) Edge edge, @HeaderParam(Storm.ID) String id) {
    return edge.open(id, Stores::request);
  }

  @GET
  @Path("worker")
  @Blocking
  public String worker(@HeaderParam(Storm.EDGE) Edge edge, @HeaderParam(Storm.ID) String id) {
    return edge.open(
        id,
        () -> {
          String before = Stores.request();
          CompletableFuture<String> raw = new CompletableFuture<>();
          vertx.setTimer(MILLIS, fired -> raw.complete(Stores.request()));
          return answer(before + " " + Stores.request(), raw.join());
        });
  }

  @GET
  @Path("uni")
  public Uni<String> uni(@HeaderParam(Storm.EDGE) Edge edge, @HeaderParam(Storm.ID) String id) {
    return edge.open(
        id,
        () ->
            Uni.createFrom()
                .item(Stores::request)
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(MILLIS))
                .map(before -> before + " " + Stores.request()));
  }

  @GET
  @Path("timer")
  public Uni<String> timer(@HeaderParam(Storm.EDGE) Edge edge, @HeaderParam(Storm.ID) String id) {
    return edge.open(
        id,
        () -> {
          CompletableFuture<String> bound = new CompletableFuture<>();
          CompletableFuture<String> raw = new CompletableFuture<>();
          vertx.setTimer(MILLIS, bind(fired -> bound.complete(Stores.request())));
          vertx.setTimer(MILLIS, fired -> raw.complete(Stores.request()));
          return both(bound, raw);
        });
  }

  @GET
  @Path("blocking")
  public Uni<String> blocking(
      @HeaderParam(Storm.EDGE) Edge edge, @HeaderParam(Storm.ID) String id) {
    return edge.open(
        id,
        () -> {
          CompletableFuture<String> bound = new CompletableFuture<>();
          CompletableFuture<String> raw = new CompletableFuture<>();
          Callable<Boolean> task = () -> bound.complete(afterTimer());
          vertx.executeBlocking(AsyncLocalStorage.bindCallable(task), false);
          vertx.executeBlocking(() -> raw.complete(Stores.request()), false);
          return both(bound, raw);
        });
  }

  /** Waits for others; whoever comes last completes all of them. */
  @GET
  @Path("gate")
  public Uni<String> gate(@HeaderParam(Storm.EDGE) Edge edge, @HeaderParam(Storm.ID) String id) {
    return edge.open(
        id,
        () -> {
          String before = Stores.request();
          CompletableFuture<Void> gate = new CompletableFuture<>();
          Uni<String> answer =
              Uni.createFrom().completionStage(gate).map(opened -> before + " " + Stores.request());
          return answer.onSubscription().invoke(() -> arrived(gate));
        });
  }

  private void arrived(CompletableFuture<Void> gate) {
    opened(gate).forEach(each -> each.complete(null));
  }

  private synchronized List<CompletableFuture<Void>> opened(CompletableFuture<Void> gate) {
    gates.add(gate);
    if (gates.size() < Storm.AT_GATE) {
      return List.of();
    }
    List<CompletableFuture<Void>> all = List.copyOf(gates);
    gates.clear();
    return all;
  }

  @GET
  @Path("fail")
  @Blocking
  public String fail(@HeaderParam(Storm.EDGE) Edge edge, @HeaderParam(Storm.ID) String id) {
    return edge.open(id, StormResource::failing);
  }

  @GET
  @Path("fail-later")
  public Uni<String> failLater(
      @HeaderParam(Storm.EDGE) Edge edge, @HeaderParam(Storm.ID) String id) {
    return edge.open(
        id,
        () ->
            Uni.createFrom()
                .item("")
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(MILLIS))
                .map(nothing -> failing()));
  }

  private static String failing() {
    String seen = Stores.request();
    Stores.REQUEST.enterWith("failed");
    throw new StormFailure(seen);
  }

  /** The intended failure of one request in a hundred, with what it had seen by then. */
  static final class StormFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    StormFailure(String seen) {
      super(seen);
    }
  }

  @ServerExceptionMapper
  Response failed(StormFailure failure) {
    return Response.serverError().entity(failure.getMessage()).build();
  }

  /** Returns what is seen after a wait, so that many requests are in flight at once. */
  private String afterTimer() {
    CompletableFuture<Long> fired = new CompletableFuture<>();
    vertx.setTimer(MILLIS, fired::complete);
    fired.join();
    return Stores.request();
  }

  private static Handler<Long> bind(Handler<Long> handler) {
    return AsyncLocalStorage.<Long>bindConsumer(handler::handle)::accept;
  }

  private static Uni<String> both(CompletableFuture<String> bound, CompletableFuture<String> raw) {
    Supplier<CompletableFuture<String>> answer =
        () -> bound.thenCombine(raw, StormResource::answer);
    return Uni.createFrom().completionStage(answer);
  }

  private static String answer(String own, String raw) {
    return own + "|" + raw;
  }
}
