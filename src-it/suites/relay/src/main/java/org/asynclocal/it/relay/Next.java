package org.asynclocal.it.relay;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.concurrent.CompletionStage;

/** The next server, as a client of MicroProfile REST Client. */
@Path("relay")
@Produces("text/plain;charset=UTF-8")
public interface Next {
  @GET
  String call(@QueryParam("to") String to, @QueryParam("how") How how);

  @GET
  CompletionStage<String> stage(@QueryParam("to") String to, @QueryParam("how") How how);
}
