package org.asynclocal.examples.whoami;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.asynclocal.examples.security.Caller;

/** Lets one user complete the future that another user's request waits for. */
@Path("whoami/handovers/{ticket}")
@ApplicationScoped
public class HandoverResource {
  @Inject private Handovers handovers;
  @Inject private Caller caller;

  /**
   * Completes the future on this request's thread, which runs the callbacks registered on it.
   *
   * @param ticket the future's ticket
   */
  @POST
  public void complete(@PathParam("ticket") String ticket) {
    if (!handovers.complete(ticket, caller.name())) {
      throw new NotFoundException("No request waits for this ticket");
    }
  }
}
