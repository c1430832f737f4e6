package org.asynclocal.it.quarkus.hops;

import static org.asynclocal.it.quarkus.Stores.REQUEST;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Answers what a hop finds, after {@code enterWith} and within {@code run}, each with "own". */
@Path("hops/{hop}")
public class HopResource {
  private final Ways ways;

  HopResource(Ways ways) {
    this.ways = ways;
  }

  @GET
  @Path("enterWith")
  public Uni<String> enterWith(@PathParam("hop") Hop hop) {
    REQUEST.enterWith("own");
    return Uni.createFrom().completionStage(hop.make(ways));
  }

  @GET
  @Path("run")
  public Uni<String> run(@PathParam("hop") Hop hop) {
    return Uni.createFrom().completionStage(REQUEST.call("own", () -> hop.make(ways)));
  }
}
