package org.asynclocal.examples.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.asynclocal.examples.problem.Parameters;
import org.jspecify.annotations.Nullable;

/** Places orders and lists them. */
@Path("orders")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {
  private static final int MAX_ITEM_LENGTH = 100;

  @Inject private OrderService orders;

  /**
   * Places an order.
   *
   * @param item the item to order
   * @param fail whether to roll back at the end
   * @return 201 with the order; {@link OrderFailedMapper} answers a failed one
   */
  @POST
  public Response place(
      @QueryParam("item") @Nullable String item,
      @QueryParam("fail") @DefaultValue("false") String fail) {
    PlacedOrder order =
        orders.place(Parameters.text("item", item, MAX_ITEM_LENGTH), Parameters.flag("fail", fail));
    return Response.status(Response.Status.CREATED)
        .entity(new OrderAnswer(order.orderId(), order.transaction(), order.steps(), "committed"))
        .build();
  }

  /**
   * Lists all orders.
   *
   * @return the rows, oldest first
   */
  @GET
  public List<OrderRow> all() {
    return orders.all();
  }
}
