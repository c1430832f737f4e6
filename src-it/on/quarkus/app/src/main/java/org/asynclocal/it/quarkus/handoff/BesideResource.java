package org.asynclocal.it.quarkus.handoff;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletableFuture;

/** Responds with what else is found beside a store on another thread. */
@Path("beside")
@Blocking
public class BesideResource {
  private final Beside beside;

  BesideResource(Beside beside) {
    this.beside = beside;
  }

  @GET
  @Path("task")
  public String inTask() {
    return beside.inTask();
  }

  @GET
  @Path("uni")
  public Uni<String> inUni() {
    CompletableFuture<Void> returned = new CompletableFuture<>();
    Uni<String> found = beside.inUni(returned);
    returned.complete(null);
    return found;
  }

  @GET
  @Path("thread")
  public String inThread() {
    return beside.inThread(Thread::new);
  }
}
