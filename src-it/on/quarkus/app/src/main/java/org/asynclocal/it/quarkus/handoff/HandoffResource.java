package org.asynclocal.it.quarkus.handoff;

import static org.asynclocal.it.quarkus.Stores.REQUEST;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/**
 * Answers what a handoff finds, after {@code enterWith} and within {@code run}, each with "own".
 */
@Path("handoffs/{handoff}")
public class HandoffResource {
  private final Ways ways;

  HandoffResource(Ways ways) {
    this.ways = ways;
  }

  @GET
  @Path("enterWith")
  public Uni<String> enterWith(@PathParam("handoff") Handoff handoff) {
    REQUEST.enterWith("own");
    return Uni.createFrom().completionStage(handoff.make(ways));
  }

  @GET
  @Path("run")
  public Uni<String> run(@PathParam("handoff") Handoff handoff) {
    return Uni.createFrom().completionStage(REQUEST.call("own", () -> handoff.make(ways)));
  }
}
