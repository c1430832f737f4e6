package org.asynclocal.it.quarkus.security;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.asynclocal.it.quarkus.Stores;
import org.asynclocal.it.quarkus.examples.Threads;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/** The identity beside the store, on each way to another thread. */
@Path("api/whoami")
@Authenticated
public class WhoAmI {
  private final ManagedExecutor executor;
  private final SecurityIdentity identity;
  private final Secured secured;
  private final Stranger stranger;

  WhoAmI(ManagedExecutor executor, SecurityIdentity identity, Secured secured, Stranger stranger) {
    this.executor = executor;
    this.identity = identity;
    this.secured = secured;
    this.stranger = stranger;
  }

  /** The caller at a step. */
  public record Step(
      String step, String thread, String principal, boolean inRole, @Nullable String requestId) {}

  /** The answer of this example. */
  public record Answer(String caller, @JsonProperty("hops") List<Step> steps) {}

  @GET
  public Uni<Answer> whoami() {
    String caller = identity.getPrincipal().getName();
    return Stores.REQUEST.call(
        "request of " + caller,
        () ->
            Uni.join()
                .all(
                    step(executor.supplyAsync(() -> here("pool"))),
                    step(executor.supplyAsync(() -> "").thenApplyAsync(done -> here("async"))),
                    step(inline()),
                    step(executor.supplyAsync(() -> secured.call(() -> here("ejb")))))
                .andFailFast()
                .map(steps -> new Answer(caller, steps)));
  }

  /** A stage of the caller's that a thread of another user runs. */
  private CompletionStage<Step> inline() {
    var future = executor.<String>newIncompleteFuture();
    CompletionStage<Step> stage = future.thenApply(done -> here("inline"));
    stranger.run(() -> future.complete("done"));
    return stage;
  }

  private Step here(String step) {
    return new Step(
        step,
        Threads.current(),
        identity.getPrincipal().getName(),
        identity.hasRole(Users.ROLE),
        Stores.REQUEST.getStore());
  }

  private static Uni<Step> step(CompletionStage<Step> stage) {
    return Uni.createFrom().completionStage(stage);
  }
}
