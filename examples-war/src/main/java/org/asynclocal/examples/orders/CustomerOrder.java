package org.asynclocal.examples.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** An order in the database. */
@Entity
@Table(name = "asynclocal_order")
public class CustomerOrder {
  @Id
  @Column(name = "order_id", length = 36)
  private String orderId = "";

  @Column(nullable = false, length = 100)
  private String item = "";

  @Column(name = "request_id", length = 64)
  private @Nullable String requestId;

  @Column(length = 64)
  private @Nullable String principal;

  /** In UTC. Jakarta Persistence maps {@code Instant} only since 3.2. */
  @Column(name = "placed_at", nullable = false)
  private LocalDateTime placedAt = LocalDateTime.now(ZoneOffset.UTC);

  @Column(nullable = false)
  private boolean confirmed;

  /** For the persistence provider. */
  protected CustomerOrder() {}

  CustomerOrder(
      String orderId, String item, @Nullable String requestId, @Nullable String principal) {
    this.orderId = orderId;
    this.item = item;
    this.requestId = requestId;
    this.principal = principal;
  }

  void confirm() {
    confirmed = true;
  }

  OrderRow toRow() {
    return new OrderRow(orderId, item, requestId, principal);
  }
}
