package org.asynclocal.server.internal.transaction;

import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A wait for tasks of a transaction that are at work, inside of it and before it ends.
 *
 * @param tasks the transaction's
 * @param which those that are waited for
 * @param bound the longest that is waited for a task
 */
public record TaskWait(
    TransactionTaskTracker tasks,
    Predicate<TransactionTask> which,
    Function<TransactionTask, Duration> bound) {

  /**
   * Calls a method in a transaction, and waits before it returns; if it returns a stage with which
   * the transaction ends, before that is complete.
   */
  public @Nullable Object around(
      InvocationContext invocation, TransactionStages stages, boolean endsWithStage)
      throws Exception {
    Object result;
    try {
      result = invocation.proceed();
    } catch (Throwable failed) {
      awaitAfter(failed);
      throw failed;
    }
    if (endsWithStage && result instanceof CompletionStage<?> stage) {
      return stages.afterTasks(stage, this);
    }
    await();
    return result;
  }

  private void awaitAfter(Throwable failed) {
    try {
      await();
    } catch (IllegalStateException slow) {
      failed.addSuppressed(slow);
    }
  }

  /**
   * Waits until none of the tasks works in the transaction, save one that is waiting here.
   *
   * @throws IllegalStateException if that takes too long or is interrupted; the transaction can
   *     only be rolled back then
   */
  void await() {
    Duration longest = tasks.longest(this);
    CompletableFuture<@Nullable Void> idle = tasks.idle(which);
    try {
      idle.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw tasks.giveUp(longest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw tasks.giveUp(longest);
    } catch (ExecutionException e) {
      throw new AssertionError("It is never failed.", e);
    }
  }

  /**
   * Goes on, at once or later on one of the threads, when none of the tasks works in the
   * transaction.
   *
   * @param next gets what {@link #await} would throw
   */
  void whenIdle(Executor threads, Consumer<@Nullable Throwable> next) {
    Duration longest = tasks.longest(this);
    CompletableFuture<@Nullable Void> idle = tasks.idle(which);
    if (idle.isDone()) {
      next.accept(null);
      return;
    }
    CompletableFuture<@Nullable Void> unused =
        idle.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
            .whenCompleteAsync(
                (nothing, slow) -> next.accept(slow == null ? null : tasks.giveUp(longest)),
                threads);
  }
}
