package org.asynclocal.it.quarkus.virtual;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.Vertx;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import org.asynclocal.it.quarkus.Stores;
import org.asynclocal.it.quarkus.examples.OrderService;
import org.asynclocal.it.quarkus.examples.OrdersResource;
import org.asynclocal.it.quarkus.handoff.Beside;
import org.asynclocal.it.quarkus.storm.Edge;
import org.asynclocal.it.quarkus.storm.Storm;

/** Resource methods that run on a virtual thread each. */
@Path("virtual")
@RunOnVirtualThread
public class VirtualResource {
  private final Vertx vertx;
  private final Beside beside;
  private final OrderService orders;

  VirtualResource(Vertx vertx, Beside beside, OrderService orders) {
    this.vertx = vertx;
    this.beside = beside;
    this.orders = orders;
  }

  /** As the endpoint for a worker does. */
  @GET
  @Path("storm")
  public String storm(@HeaderParam(Storm.EDGE) Edge edge, @HeaderParam(Storm.ID) String id) {
    return edge.open(
        id,
        () -> {
          String before = Stores.request();
          CompletableFuture<String> raw = new CompletableFuture<>();
          vertx.setTimer(5, fired -> raw.complete(Stores.request()));
          String later = raw.join();
          return before + " " + Stores.request() + "|" + later;
        });
  }

  /** Returns what a virtual thread finds with the context of another one. */
  @GET
  @Path("thread")
  public String handedOn() {
    return beside.inThread(Thread.ofVirtual()::unstarted);
  }

  /** Returns what a task of the managed executor finds that a virtual thread submits. */
  @GET
  @Path("task")
  public String submitted() {
    return beside.inTask();
  }

  /** Places an order from a virtual thread. */
  @POST
  @Path("orders")
  public Response order(@QueryParam("item") String item, @QueryParam("fail") boolean fail) {
    return OrdersResource.place(orders, item, fail);
  }
}
