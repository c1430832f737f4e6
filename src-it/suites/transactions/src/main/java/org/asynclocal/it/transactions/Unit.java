package org.asynclocal.it.transactions;

import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.transaction.TransactionLocalStorage;

/** The storages that the tests look at. */
public final class Unit {
  /** The name of the unit of work, which lives with the transaction. */
  public static final TransactionLocalStorage<String> NAME = TransactionLocalStorage.named("unit");

  /** The same, which follows the flow. */
  public static final AsyncLocalStorage<String> FLOW = AsyncLocalStorage.named("flow");

  private Unit() {}
}
