package org.asynclocal.it.kit;

import jakarta.transaction.TransactionScoped;
import java.io.Serial;
import java.io.Serializable;
import java.util.UUID;

/** One instance for each transaction. */
@TransactionScoped
public class Unit implements Serializable {
  @Serial private static final long serialVersionUID = 1L;

  private final String id = UUID.randomUUID().toString();

  public String id() {
    return id;
  }
}
