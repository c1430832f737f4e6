package org.asynclocal.examples.users;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.asynclocal.examples.request.CurrentRequest;
import org.asynclocal.examples.request.Hop;
import org.asynclocal.examples.request.Hops;
import org.asynclocal.examples.request.RequestLog;

/** Answers with a user's data, and with the way that the request took to find it. */
@Path("users/{id}/data")
@ApplicationScoped
public class UserController {
  @Inject private UserService users;
  @Inject private CurrentRequest request;
  @Inject private Hops hops;
  @Inject private RequestLog log;

  /**
   * The user's data.
   *
   * @param id the user's id
   * @return the answer, once the service has it
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<UserData> data(@PathParam("id") String id) {
    log.info("The data of user " + id + " is wanted");
    List<Hop> way = new ArrayList<>();
    way.add(hops.here("controller"));
    return users.find(id).thenApply(found -> answer(id, way, found));
  }

  private UserData answer(String id, List<Hop> way, List<Hop> found) {
    way.addAll(found);
    log.info("The data of user " + id + " is on its way");
    return new UserData(request.id(), id, way, log.lines());
  }
}
