package org.asynclocal.it.quarkus.examples;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A value of the transaction. */
@TransactionScoped
public class OrderScope implements Serializable {
  private static final long serialVersionUID = 1L;

  private volatile @Nullable String value;

  @Nullable String value() {
    return value;
  }

  void value(String set) {
    value = set;
  }
}
