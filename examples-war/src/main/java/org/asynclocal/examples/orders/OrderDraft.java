package org.asynclocal.examples.orders;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.UUID;

/** The order that a transaction is about: one for each transaction, on whatever thread asks. */
@TransactionScoped
public class OrderDraft implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String orderId = UUID.randomUUID().toString();

  String orderId() {
    return orderId;
  }
}
