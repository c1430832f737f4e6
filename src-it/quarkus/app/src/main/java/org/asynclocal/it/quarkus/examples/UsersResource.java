package org.asynclocal.it.quarkus.examples;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The controller of an example in layers, which read the request's id and pass it to nobody. */
@Path("api/users/{id}/data")
public class UsersResource {
  private final UserService service;

  UsersResource(UserService service) {
    this.service = service;
  }

  /** Where the request's id was read. The application has no security, so no principal either. */
  public record Hop(
      String step, String thread, @Nullable String requestId, @Nullable String principal) {
    static Hop at(String step) {
      RequestContext.log(step);
      return new Hop(step, Threads.current(), RequestContext.currentId(), null);
    }
  }

  /** The answer of this example. */
  public record UserData(
      @Nullable String requestId, String userId, List<Hop> hops, List<String> log) {}

  @GET
  public Uni<UserData> data(@PathParam("id") String userId) {
    List<Hop> hops = new ArrayList<>();
    hops.add(Hop.at("controller"));
    return service
        .load(hops)
        .map(
            loaded -> {
              hops.add(Hop.at("continuation"));
              return answer(userId, hops);
            });
  }

  private static UserData answer(String userId, List<Hop> hops) {
    RequestContext context = requireNonNull(RequestContext.CURRENT.getStore(), "request context");
    return new UserData(context.id(), userId, hops, context.log());
  }
}
