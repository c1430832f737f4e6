package org.asynclocal.server.internal.transaction;

import jakarta.transaction.Transaction;
import jakarta.transaction.Transactional;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.asynclocal.cdi.internal.transaction.TransactionalStages;
import org.jspecify.annotations.Nullable;

/** Wraps the stage that a transactional method returns. */
public final class TransactionStages {
  private final Transactions transactions;
  private final Executor threads;
  private final boolean endedByServer;

  /**
   * @param endedByServer whether the server ends a method's transaction with the method's stage
   */
  public TransactionStages(Transactions transactions, Executor threads, boolean endedByServer) {
    this.transactions = transactions;
    this.threads = threads;
    this.endedByServer = endedByServer;
  }

  public boolean isTransactionHere() {
    return transactions.current() != null;
  }

  /** The tasks of this thread's transaction; null if there is none whose end can be watched. */
  public @Nullable TransactionTaskTracker tasksHere() {
    Transaction here = transactions.current();
    return here == null ? null : transactions.tasks(here);
  }

  /** This thread calls a transactional method. */
  public void reportTasksBeside(Method method) {
    Transaction here = transactions.current();
    TransactionTaskTracker tasks = here == null ? null : transactions.known(here);
    if (tasks != null) {
      tasks.usedIn(method.getDeclaringClass().getName() + "." + method.getName());
    }
  }

  /** The same result, once none of the tasks that are waited for works in the transaction. */
  public <T extends @Nullable Object> CompletionStage<T> afterTasks(
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
  public <T extends @Nullable Object> CompletionStage<T> unwrapped(CompletionStage<T> stage) {
    return TransactionalStages.unwrapped(stage, transactions::outside);
  }

  /**
   * The same result as {@link #unwrapped}, once this thread's transaction has ended with it.
   *
   * @param declared on the method that the transaction began with
   */
  public <T extends @Nullable Object> CompletionStage<T> ending(
      CompletionStage<T> stage, Transactional declared) {
    CompletionStage<T> unwrapped = unwrapped(stage);
    if (endedByServer || !isTransactionHere()) {
      return unwrapped;
    }
    RollbackRule rule = new RollbackRule(declared);
    Transaction own = transactions.replace();
    return TransactionalStages.after(
        unwrapped,
        transactions::outside,
        (result, value, failure) -> {
          Exception unended = transactions.end(own, failure != null && rule.appliesTo(failure));
          TransactionalStages.complete(result, value, failure == null ? unended : failure);
        });
  }
}
