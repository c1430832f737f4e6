package org.asynclocal.examples.emit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.asynclocal.examples.problem.Parameters;

/** Emits an event to a listener that was registered under another store. */
@Path("emit")
@ApplicationScoped
public class EmitResource {
  @Inject private Emissions emissions;

  /**
   * Emits an event.
   *
   * @param bound whether its listener is bound to where it was registered
   * @return the stores of both sides
   */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public EmitAnswer emit(@QueryParam("bound") @DefaultValue("false") String bound) {
    return emissions.emit(Parameters.flag("bound", bound));
  }
}
