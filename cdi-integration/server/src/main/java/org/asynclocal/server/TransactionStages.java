package org.asynclocal.server;

import jakarta.transaction.Transaction;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
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
    return after(
        stage,
        (result, value, failure) ->
            tasks.whenIdle(
                bound, threads, slow -> complete(result, value, failure == null ? slow : failure)));
  }

  /** The same result, with a failure that nothing is wrapped around. */
  <T extends @Nullable Object> CompletionStage<T> unwrapped(CompletionStage<T> stage) {
    return after(stage, (result, value, failure) -> complete(result, value, cause(failure)));
  }

  /** What completes the new stage may end the transaction, so that is done outside of it. */
  private <T extends @Nullable Object> CompletionStage<T> after(
      CompletionStage<T> stage, Completion<T> completion) {
    CompletableFuture<T> source = stage.toCompletableFuture();
    CompletableFuture<T> result = source.newIncompleteFuture();
    transactions.outside(
        () -> {
          CompletableFuture<T> unused =
              source.whenComplete((value, failure) -> completion.complete(result, value, failure));
        });
    return result;
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static <T extends @Nullable Object> void complete(
      CompletableFuture<T> result, T value, @Nullable Throwable failure) {
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(failure);
    }
  }

  private interface Completion<T extends @Nullable Object> {
    void complete(CompletableFuture<T> result, T value, @Nullable Throwable failure);
  }
}
