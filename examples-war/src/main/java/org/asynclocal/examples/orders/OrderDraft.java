package org.asynclocal.examples.orders;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.UUID;

/** The order that the transaction is about. There is one per transaction, on every thread in it. */
@TransactionScoped
public class OrderDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String orderId = UUID.randomUUID().toString();

  String orderId() {
    return orderId;
  }
}
