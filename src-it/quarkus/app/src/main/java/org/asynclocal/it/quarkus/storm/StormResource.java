package org.asynclocal.it.quarkus.storm;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.quarkus.Stores;

/**
 * One endpoint for each way to work. Each answers what it saw on its way, which has to be the
 * request's own id each time, and after a {@code |} what callbacks saw that nothing bound: Vert.x
 * calls them later, when a {@code run} or scope is over, so they see only what was entered.
 */
@Path("storm")
public class StormResource {
  private static final long MILLIS = 5;

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

  /** What is seen after the thread has waited, so that many are under way at once. */
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
