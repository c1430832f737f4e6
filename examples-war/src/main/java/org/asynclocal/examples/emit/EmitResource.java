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

/** Emits an event to a listener that was registered with another store bound. */
@Path("emit")
@ApplicationScoped
public class EmitResource {
  @Inject private Emissions emissions;

  /**
   * Emits an event.
   *
   * @param bound whether the listener is bound to the stores of its registration
   * @return the stores on both sides
   */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public EmitAnswer emit(@QueryParam("bound") @DefaultValue("false") String bound) {
    return emissions.emit(Parameters.flag("bound", bound));
  }
}
