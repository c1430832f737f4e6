package org.asynclocal.it.quarkus.security;

import static org.asynclocal.it.quarkus.Stores.REQUEST;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.quarkus.handoff.Look;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** An executor that carries stores and not the request scope, which carries the identity. */
@Path("cleared")
public class Cleared {
  private final Look look;

  Cleared(Look look) {
    this.look = look;
  }

  @GET
  public String look() {
    ManagedExecutor stores =
        ManagedExecutor.builder()
            .propagated(AsyncLocalStorage.CONTEXT_TYPE)
            .cleared(ThreadContext.ALL_REMAINING)
            .build();
    return REQUEST.call("own", () -> stores.supplyAsync(look::now).join());
  }
}
