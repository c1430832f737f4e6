package org.asynclocal.examples.resource;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.asynclocal.examples.barrier.CallBarriers;
import org.asynclocal.examples.delayed.DelayedAnswer;
import org.asynclocal.examples.problem.Parameters;
import org.asynclocal.examples.request.CurrentThread;
import org.asynclocal.hooks.AsyncResource;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Puts a value into the call's resource, and reads it from the resource that runs when a timer
 * fires.
 */
@Path("resource/{value}")
@ApplicationScoped
public class ResourceCall {
  private static final int MAX_DELAY = 5000;
  private static final int MAX_TOGETHER = 256;

  @Inject private StateHook state;
  @Inject private CallBarriers barriers;
  @Inject private ManagedExecutor executor;
  @Resource private ManagedScheduledExecutorService timer;

  /**
   * Answers with the value after the delay.
   *
   * @param value the value to put
   * @param ms the delay in milliseconds
   * @param together the number of such calls that must be in flight before any of them continues
   * @return the value that the timer's thread reads, and both threads
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<DelayedAnswer> read(
      @PathParam("value") String value,
      @QueryParam("ms") @DefaultValue("100") String ms,
      @QueryParam("together") @DefaultValue("1") String together) {
    int delay = Parameters.inRange("ms", ms, 0, MAX_DELAY);
    int calls = Parameters.inRange("together", together, 1, MAX_TOGETHER);
    state.acquire();
    AsyncResource call = new AsyncResource("CALL");
    return call.<CompletionStage<DelayedAnswer>, RuntimeException>callInAsyncScope(
            () -> {
              state.put(value);
              return readLater(delay, calls);
            })
        .whenComplete((answer, failure) -> state.release());
  }

  @SuppressWarnings("FutureReturnValueIgnored") // a failure reaches the client through the stage
  private CompletionStage<DelayedAnswer> readLater(int delay, int calls) {
    String startThread = CurrentThread.label();
    Executor whenTheTimerFires = task -> timer.schedule(task, delay, MILLISECONDS);
    return executor
        .copy(barriers.join("resource", calls))
        .thenApplyAsync(
            all -> new DelayedAnswer(state.get(), startThread, CurrentThread.label()),
            whenTheTimerFires);
  }
}
