package org.asynclocal.it.quarkus.examples;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;

/** A transaction whose steps run on several threads. */
@Path("api/orders")
@Blocking
public class OrdersResource {
  private final OrderService service;

  OrdersResource(OrderService service) {
    this.service = service;
  }

  @GET
  public List<OrderRepository.Row> orders() {
    return service.orders();
  }

  @POST
  public Response order(
      @QueryParam("item") @DefaultValue("") String item,
      @QueryParam("fail") @DefaultValue("false") boolean fail) {
    Problem.require(!item.isBlank(), "item is missing");
    return place(service, item, fail);
  }

  @POST
  @Path("later")
  public Uni<Response> orderLater(
      @QueryParam("item") @DefaultValue("") String item,
      @QueryParam("fail") @DefaultValue("false") boolean fail) {
    Problem.require(!item.isBlank(), "item is missing");
    return Uni.createFrom()
        .completionStage(service.placeLater(item, fail))
        .map(OrdersResource::created)
        .onFailure(OrderService.Refused.class)
        .recoverWithItem(OrdersResource::refused);
  }

  /** Places an order and answers what came of it. */
  public static Response place(OrderService service, String item, boolean fail) {
    try {
      return created(service.place(item, fail));
    } catch (OrderService.Refused refused) {
      return refused(refused);
    }
  }

  private static Response created(OrderService.Placed order) {
    return Response.status(Status.CREATED).entity(order).build();
  }

  private static Response refused(OrderService.Refused refused) {
    OrderService.Placed order = refused.order;
    return Problem.of(
        Status.CONFLICT,
        Map.of("orderId", order.orderId(), "steps", order.steps(), "status", order.status()));
  }
}
