package org.asynclocal.it.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.jspecify.annotations.Nullable;

/** Answers what its storages have, and then what the rest of the way answers. */
@ApplicationScoped
@Path("relay")
@Produces("text/plain;charset=UTF-8")
public class Relay {
  @Inject
  @StorageName("tenant")
  AsyncLocalStorage<String> tenant;

  @Inject
  @StorageName("secret")
  AsyncLocalStorage<String> secret;

  /** Without a tenant, what came is left as it came. */
  @GET
  public String relay(
      @QueryParam("to") @DefaultValue("") String to,
      @QueryParam("how") How how,
      @QueryParam("open") @Nullable String open) {
    if (open == null) {
      return answer(to, how);
    }
    return tenant.call(open, () -> secret.call("hidden", () -> answer(to, how)));
  }

  private String answer(String to, How how) {
    String own = tenant.getStore() + " " + secret.getStore();
    if (to.isEmpty()) {
      return own;
    }
    String[] next = to.split(",", 2);
    return own + "; " + how.call(URI.create(next[0]), next.length == 1 ? "" : next[1]);
  }
}
