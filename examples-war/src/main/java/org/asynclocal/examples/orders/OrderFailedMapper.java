package org.asynclocal.examples.orders;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.asynclocal.examples.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Answers an order that was rolled back; what would have been its answer is in the problem. */
@Provider
public class OrderFailedMapper implements ExceptionMapper<OrderFailedException> {

  @Override
  public Response toResponse(OrderFailedException failure) {
    PlacedOrder order = failure.order();
    Response.Status conflict = Response.Status.CONFLICT;
    return Response.status(conflict)
        .type(Problem.MEDIA_TYPE)
        .entity(
            new RolledBack(
                Problem.TYPE,
                conflict.getReasonPhrase(),
                failure.getMessage(),
                order.orderId(),
                order.transaction(),
                order.steps(),
                "rolledback"))
        .build();
  }

  /**
   * A problem details object whose status is the transaction's: the HTTP status is in the response,
   * and RFC 9457 lets clients pass over a member of another type.
   *
   * @param type as every problem
   * @param title the HTTP status in words
   * @param detail what went wrong
   * @param orderId the order's id
   * @param transaction the key of its transaction
   * @param steps what each step saw
   * @param status how the transaction ended
   */
  @JsonbPropertyOrder({"type", "title", "status", "detail", "orderId", "transaction", "steps"})
  public record RolledBack(
      String type,
      String title,
      @Nullable String detail,
      String orderId,
      @Nullable String transaction,
      List<OrderStep> steps,
      String status) {}
}
