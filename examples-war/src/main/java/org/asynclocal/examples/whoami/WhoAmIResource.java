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

/** Asks who the caller is, on all kinds of threads that work for one call. */
@Path("whoami")
@ApplicationScoped
public class WhoAmIResource {
  @Inject private ManagedExecutor executor;
  @Inject private Caller caller;
  @Inject private IdentityHops hops;
  @Inject private GuardedService guarded;
  @Inject private Handovers handovers;
  @Inject private OtherUser otherUser;

  /**
   * Who the caller is.
   *
   * @param request tells where this server listens
   * @return the caller as each step saw it
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<WhoAmI> whoAmI(@Context HttpServletRequest request) {
    CompletableFuture<IdentityHop> pool = executor.supplyAsync(() -> hops.here("pool"));
    CompletableFuture<IdentityHop> async = pool.thenApplyAsync(done -> hops.here("async"));
    CompletableFuture<IdentityHop> ejb = executor.supplyAsync(() -> guarded.here("ejb"));

    String ticket = UUID.randomUUID().toString();
    CompletableFuture<@Nullable String> handover = handovers.expect(ticket);
    CompletableFuture<IdentityHop> inline = handover.thenApply(by -> hops.here("inline"));
    otherUser.complete(ticket, request);

    String name = caller.name();
    // Not inline: that may be the other user's thread, and on some servers the request of a thread
    // is over with the answer that it sends, whoever's that is.
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
