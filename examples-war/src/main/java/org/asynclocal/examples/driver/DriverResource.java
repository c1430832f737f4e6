package org.asynclocal.examples.driver;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asynclocal.examples.request.CurrentRequest;
import org.asynclocal.examples.request.CurrentThread;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Sends a driver two queries; the callback of the second one has lost the store. */
@Path("driver")
@ApplicationScoped
public class DriverResource {
  @Inject private CurrentRequest request;
  @Inject private ManagedExecutor executor;

  /**
   * Sends the queries.
   *
   * @return the request id that each step read
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<DriverAnswer> ask() {
    DriverStep asking = here("asking");
    CompletableFuture<DriverStep> inTime =
        Driver.query(() -> here("resource created when asked")).toCompletableFuture();
    CompletableFuture<DriverStep> tooLate =
        Driver.queryTooLate(() -> here("resource created too late")).toCompletableFuture();
    return executor
        .copy(inTime.thenCombine(tooLate, List::of))
        .thenApplyAsync(
            answers ->
                new DriverAnswer(
                    request.id(),
                    List.of(asking, answers.get(0), answers.get(1), here("answering"))));
  }

  private DriverStep here(String step) {
    return new DriverStep(step, CurrentThread.label(), request.id());
  }
}
