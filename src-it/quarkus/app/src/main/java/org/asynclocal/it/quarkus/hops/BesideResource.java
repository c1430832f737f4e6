package org.asynclocal.it.quarkus.hops;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What is found beside a store on another thread. */
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
    return beside.inUni();
  }

  @GET
  @Path("thread")
  public String inThread() {
    return beside.inThread(Thread::new);
  }
}
