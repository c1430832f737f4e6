package org.asynclocal.examples.orders;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.asynclocal.examples.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Answers a rolled-back order with a problem that has the members of the usual answer. */
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
   * A problem details object whose {@code status} is the transaction's. The HTTP status is in the
   * response, and RFC 9457 tells clients to ignore members of an unexpected type.
   *
   * @param type {@code about:blank}
   * @param title the HTTP status in words
   * @param detail the cause
   * @param orderId the order's id
   * @param transaction the transaction's key
   * @param steps the transaction that each step saw
   * @param status the outcome of the transaction
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
