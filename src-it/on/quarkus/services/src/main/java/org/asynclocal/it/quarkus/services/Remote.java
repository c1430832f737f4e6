package org.asynclocal.it.quarkus.services;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;

/** The application itself, as a REST client sees it. */
@Path("echo")
public interface Remote {
  /** Returns what the client's filters found, in a blocking call. */
  @GET
  String call();

  /** The same as a stage. */
  @GET
  CompletionStage<String> stage();

  /** The same as a Uni. */
  @GET
  Uni<String> uni();
}
