package org.asynclocal.server;

import jakarta.transaction.Transaction;
import java.lang.reflect.Method;
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

  /** This thread calls a transactional method. */
  void reportTasksBeside(Method method) {
    Transaction here = transactions.current();
    TransactionTasks tasks = here == null ? null : transactions.known(here);
    if (tasks != null) {
      tasks.usedIn(method.getDeclaringClass().getName() + "." + method.getName());
    }
  }

  /** The same result, once none of the tasks that are waited for works in the transaction. */
  <T extends @Nullable Object> CompletionStage<T> afterTasks(
      CompletionStage<T> stage, TaskWait wait) {
    return TransactionalStages.after(
        stage,
        transactions::outside,
        (result, value, failure) ->
            wait.whenIdle(
                threads,
                slow ->
                    TransactionalStages.complete(result, value, failure == null ? slow : failure)));
  }

  /** The same result, with a failure that nothing is wrapped around. */
  <T extends @Nullable Object> CompletionStage<T> unwrapped(CompletionStage<T> stage) {
    return TransactionalStages.unwrapped(stage, transactions::outside);
  }
}
