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

/** The same without the product: the value is passed on by hand. */
@Path("delayed/{value}")
@ApplicationScoped
public class PlainDelayed {
  @Resource ManagedScheduledExecutorService timer;

  @GET
  @SuppressWarnings("FutureReturnValueIgnored") // the answer says whether it ran
  public CompletionStage<String> read(@PathParam("value") String value) {
    return CompletableFuture.supplyAsync(
        () -> String.valueOf(value), task -> timer.schedule(task, 1, MILLISECONDS));
  }
}
