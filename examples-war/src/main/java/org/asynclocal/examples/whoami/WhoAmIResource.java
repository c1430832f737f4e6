package org.asynclocal.examples.whoami;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asynclocal.examples.security.Caller;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/** Reads the caller on all kinds of threads that work for one call. */
@Path("whoami")
@ApplicationScoped
public class WhoAmIResource {
  @Inject private ManagedExecutor executor;
  @Inject private Caller caller;
  @Inject private IdentitySteps steps;
  @Inject private GuardedService guarded;
  @Inject private Handovers handovers;
  @Inject private OtherUser otherUser;

  /**
   * Reads the caller on each thread.
   *
   * @param request the current request
   * @return the caller, as each step saw it
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<WhoAmI> whoAmI(@Context HttpServletRequest request) {
    CompletableFuture<IdentityStep> pool = executor.supplyAsync(() -> steps.here("pool"));
    CompletableFuture<IdentityStep> async = pool.thenApplyAsync(done -> steps.here("async"));
    CompletableFuture<IdentityStep> ejb = executor.supplyAsync(() -> guarded.here("ejb"));

    String ticket = UUID.randomUUID().toString();
    CompletableFuture<@Nullable String> handover = handovers.expect(ticket);
    // The other user's thread completes the handover, and so runs this stage as the caller.
    CompletableFuture<IdentityStep> inline = handover.thenApply(by -> steps.here("inline"));
    otherUser.complete(ticket, request);

    String name = caller.name();
    // Not inline: the inline step may run on a thread of the other user's request, and some servers
    // end that request when its thread sends this answer.
    return executor
        .copy(CompletableFuture.allOf(pool, async, inline, ejb))
        .thenApplyAsync(
            done ->
                new WhoAmI(
                    name,
                    List.of(pool.join(), async.join(), inline.join(), ejb.join()),
                    handover.join()));
  }
}
