package org.asynclocal.it.wildfly.cost;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asynclocal.AsyncLocalStorage;

/** Puts a value into a store and reads it when a timer fires. */
@Path("delayed/{value}")
@ApplicationScoped
public class Delayed {
  private static final AsyncLocalStorage<String> VALUE = AsyncLocalStorage.named("delayed");

  @Resource ManagedScheduledExecutorService timer;

  @GET
  public CompletionStage<String> read(@PathParam("value") String value) {
    return VALUE.call(value, this::readLater);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the answer says whether it ran
  private CompletionStage<String> readLater() {
    return CompletableFuture.supplyAsync(
        () -> String.valueOf(VALUE.getStore()), task -> timer.schedule(task, 1, MILLISECONDS));
  }
}
