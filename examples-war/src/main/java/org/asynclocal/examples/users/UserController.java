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
import org.asynclocal.examples.request.RequestLog;
import org.asynclocal.examples.request.RequestStep;
import org.asynclocal.examples.request.RequestSteps;

/** Answers with a user's data and the steps that found it. */
@Path("users/{id}/data")
@ApplicationScoped
public class UserController {
  @Inject private UserService users;
  @Inject private CurrentRequest request;
  @Inject private RequestSteps steps;
  @Inject private RequestLog log;

  /**
   * Finds a user's data.
   *
   * @param id the user's id
   * @return the answer, when the service has it
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<UserData> data(@PathParam("id") String id) {
    log.info("Reading the data of user " + id + "");
    List<RequestStep> taken = new ArrayList<>();
    taken.add(steps.here("controller"));
    return users.find(id).thenApply(found -> answer(id, taken, found));
  }

  private UserData answer(String id, List<RequestStep> taken, List<RequestStep> found) {
    taken.addAll(found);
    log.info("Answering with the data of user " + id + "");
    return new UserData(request.id(), id, taken, log.lines());
  }
}
