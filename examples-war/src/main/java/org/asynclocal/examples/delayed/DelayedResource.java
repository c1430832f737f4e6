package org.asynclocal.examples.delayed;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.examples.problem.Parameters;
import org.asynclocal.examples.request.CurrentThread;

/** Binds a value, leaves the request thread, and reads the value when a timer fires. */
@Path("delayed/{value}")
@ApplicationScoped
public class DelayedResource {
  private static final AsyncLocalStorage<String> VALUE = AsyncLocalStorage.named("delayed");
  private static final int MAX_DELAY = 5000;

  @Resource private ManagedScheduledExecutorService timer;

  /**
   * Answers with the value after the delay.
   *
   * @param value the value to bind
   * @param ms the delay in milliseconds
   * @return the value that the timer's thread reads, and both threads
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<DelayedAnswer> read(
      @PathParam("value") String value, @QueryParam("ms") @DefaultValue("100") String ms) {
    int delay = Parameters.inRange("ms", ms, 0, MAX_DELAY);
    // The binding ends with call(..), on this thread. What readLater captures keeps the value.
    return VALUE.call(value, () -> readLater(delay));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a failure reaches the client through the stage
  private CompletionStage<DelayedAnswer> readLater(int delay) {
    String startThread = CurrentThread.label();
    Executor whenTheTimerFires = task -> timer.schedule(task, delay, MILLISECONDS);
    // Binding the callback makes it independent of the timer. Payara's timer starts some tasks
    // without their context when many are submitted at once.
    Supplier<DelayedAnswer> answer =
        AsyncLocalStorage.bindSupplier(
            () -> new DelayedAnswer(VALUE.getStore(), startThread, CurrentThread.label()));
    return CompletableFuture.supplyAsync(answer, whenTheTimerFires);
  }
}
