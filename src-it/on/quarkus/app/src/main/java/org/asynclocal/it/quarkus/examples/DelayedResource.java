package org.asynclocal.it.quarkus.examples;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.concurrent.CompletableFuture;
import org.asynclocal.AsyncLocalStorage;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/** A store that is read after a timer, when the work has left the request's thread. */
@Path("api/delayed/{value}")
public class DelayedResource {
  private static final AsyncLocalStorage<String> VALUE = AsyncLocalStorage.named("delayed");
  private static final int LONGEST = 5_000;

  private final Vertx vertx;
  private final ManagedExecutor executor;

  DelayedResource(Vertx vertx, ManagedExecutor executor) {
    this.vertx = vertx;
    this.executor = executor;
  }

  /** The answer of this example. */
  public record Delayed(@Nullable String value, String startThread, String endThread) {}

  @GET
  public Uni<Delayed> delayed(
      @PathParam("value") String value, @QueryParam("ms") @DefaultValue("100") int ms) {
    Problem.require(ms >= 0 && ms <= LONGEST, "ms must be from 0 to " + LONGEST);
    String startThread = Threads.current();
    return VALUE.call(
        value,
        () ->
            Uni.createFrom()
                .completionStage(after(ms))
                .emitOn(executor)
                .map(fired -> new Delayed(VALUE.getStore(), startThread, Threads.current())));
  }

  private CompletableFuture<Long> after(int ms) {
    CompletableFuture<Long> fired = new CompletableFuture<>();
    vertx.setTimer(Math.max(1, ms), fired::complete);
    return fired;
  }
}
