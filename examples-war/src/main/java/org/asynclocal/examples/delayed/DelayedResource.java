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

/** Puts a value into a store, leaves the request thread, and reads the value when a timer fires. */
@Path("delayed/{value}")
@ApplicationScoped
public class DelayedResource {
  private static final AsyncLocalStorage<String> VALUE = AsyncLocalStorage.named("delayed");
  private static final int LONGEST_DELAY = 5000;

  @Resource private ManagedScheduledExecutorService timer;

  /**
   * Answers with the value after the delay.
   *
   * @param value what to remember
   * @param ms the delay in milliseconds
   * @return the value as the timer's thread reads it, and both threads
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<DelayedAnswer> read(
      @PathParam("value") String value, @QueryParam("ms") @DefaultValue("100") String ms) {
    int delay = Parameters.inRange("ms", ms, 0, LONGEST_DELAY);
    return VALUE.call(value, () -> readLater(delay));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // whatever fails, the answer itself is told
  private CompletionStage<DelayedAnswer> readLater(int delay) {
    String startThread = CurrentThread.label();
    Executor whenTheTimerFires = task -> timer.schedule(task, delay, MILLISECONDS);
    // Bound, so that it does not depend on the timer: Payara's begins some tasks without their
    // contexts when many are submitted at once.
    Supplier<DelayedAnswer> answer =
        AsyncLocalStorage.bindSupplier(
            () -> new DelayedAnswer(VALUE.getStore(), startThread, CurrentThread.label()));
    return CompletableFuture.supplyAsync(answer, whenTheTimerFires);
  }
}
