package org.asynclocal.server;

import jakarta.transaction.Transaction;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.asynclocal.cdi.internal.TransactionalStages;
import org.jspecify.annotations.Nullable;

/** What a transactional method gives to whoever ends its transaction, instead of its own stage. */
final class TransactionStages {
  private final Transactions transactions;
  private final Executor threads;

  TransactionStages(Transactions transactions, Executor threads) {
    this.transactions = transactions;
    this.threads = threads;
  }

  /** The tasks of this thread's transaction; null if there is none whose end can be watched. */
  @Nullable TransactionTasks tasksHere() {
    Transaction here = transactions.current();
    return here == null ? null : transactions.tasks(here);
  }

  /** The same result, once no task works in the transaction. */
  <T extends @Nullable Object> CompletionStage<T> afterTasks(
      CompletionStage<T> stage, TransactionTasks tasks, Duration bound) {
    return TransactionalStages.after(
        stage,
        transactions::outside,
        (result, value, failure) ->
            tasks.whenIdle(
                bound,
                threads,
                slow ->
                    TransactionalStages.complete(result, value, failure == null ? slow : failure)));
  }

  /** The same result, with a failure that nothing is wrapped around. */
  <T extends @Nullable Object> CompletionStage<T> unwrapped(CompletionStage<T> stage) {
    return TransactionalStages.unwrapped(stage, transactions::outside);
  }
}
