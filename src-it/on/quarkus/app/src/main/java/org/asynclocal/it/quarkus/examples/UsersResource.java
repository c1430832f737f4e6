package org.asynclocal.it.quarkus.examples;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The controller of an example in layers, which read the request's id without passing it on. */
@Path("api/users/{id}/data")
public class UsersResource {
  private final UserService service;

  UsersResource(UserService service) {
    this.service = service;
  }

  /** Where the request's id was read. The application has no security, so no principal either. */
  public record Step(
      String step, String thread, @Nullable String requestId, @Nullable String principal) {
    static Step at(String step) {
      RequestContext.log(step);
      return new Step(step, Threads.current(), RequestContext.currentId(), null);
    }
  }

  /** The answer of this example. */
  public record UserData(
      @Nullable String requestId,
      String userId,
      @JsonProperty("hops") List<Step> steps,
      List<String> log) {}

  @GET
  public Uni<UserData> data(@PathParam("id") String userId) {
    List<Step> steps = new ArrayList<>();
    steps.add(Step.at("controller"));
    return service
        .load(steps)
        .map(
            loaded -> {
              steps.add(Step.at("continuation"));
              return answer(userId, steps);
            });
  }

  private static UserData answer(String userId, List<Step> steps) {
    RequestContext context = requireNonNull(RequestContext.CURRENT.getStore(), "request context");
    return new UserData(context.id(), userId, steps, context.log());
  }
}
