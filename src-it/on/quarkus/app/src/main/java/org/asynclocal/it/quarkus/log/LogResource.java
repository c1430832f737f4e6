package org.asynclocal.it.quarkus.log;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Writes to the log, on the request's thread and on others, and knows nothing of request ids. */
@Path("log/{text}")
public class LogResource {
  private static final Logger LOG = Logger.getLogger(LogResource.class);

  private final ManagedExecutor executor;
  private final AsyncLocalStorage<String> requestId;

  LogResource(
      ManagedExecutor executor, @StorageName("requestId") AsyncLocalStorage<String> requestId) {
    this.executor = executor;
    this.requestId = requestId;
  }

  @GET
  @Path("task")
  public Uni<String> task(@PathParam("text") String text) {
    LOG.info(text + " before");
    return Uni.createFrom()
        .completionStage(executor.supplyAsync(logged(text + " in task")).thenApplyAsync(id -> id))
        .invoke(id -> LOG.info(text + " after"));
  }

  @GET
  @Path("blocking")
  @Blocking
  public String blocking(@PathParam("text") String text) {
    LOG.info(text + " before");
    String id = executor.supplyAsync(logged(text + " in task")).join();
    LOG.info(text + " after");
    return id;
  }

  @GET
  @Path("run")
  @Blocking
  public String run(@PathParam("text") String text) {
    String inside =
        requestId.call("inner", () -> executor.supplyAsync(logged(text + " in task")).join());
    LOG.info(text + " after");
    return inside;
  }

  private Supplier<String> logged(String text) {
    return () -> {
      LOG.info(text);
      return String.valueOf(requestId.getStore());
    };
  }
}
