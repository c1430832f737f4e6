package org.asynclocal.server;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that work in one transaction. Sees whether they follow each other and whether they are
 * done before it ends: no server promises anything to those that do not. Thread-safe.
 */
final class TransactionTasks implements Synchronization {
  private final Transaction transaction;
  private final Runnable whenOver;
  private final Set<TransactionTask> running = new LinkedHashSet<>();
  private final List<Waiter> waiting = new ArrayList<>();
  private UnfinishedTasks.Choice choice = UnfinishedTasks.Choice.REPORT;
  private boolean overlapReported;

  /**
   * @param whenOver called when the transaction has ended
   */
  TransactionTasks(Transaction transaction, Runnable whenOver) {
    this.transaction = transaction;
    this.whenOver = whenOver;
  }

  synchronized void choose(UnfinishedTasks.Choice chosen) {
    choice = chosen;
  }

  /**
   * A task begins on this thread.
   *
   * @return to be called when the task has left the thread, and the transaction with it
   */
  Runnable begin(String origin) {
    TransactionTask task = new TransactionTask(Thread.currentThread(), origin);
    TransactionTask other = add(task);
    if (other != task) {
      ServerMessages.TRANSACTION_SHARED.report(other, task);
    }
    return () -> end(task);
  }

  /** Gives another task that is at work, if that is to be reported, else the task itself. */
  private synchronized TransactionTask add(TransactionTask task) {
    TransactionTask atWork =
        running.stream().filter(other -> !other.isOn(task.thread())).findFirst().orElse(task);
    running.add(task);
    if (atWork == task || overlapReported) {
      return task;
    }
    overlapReported = true;
    return atWork;
  }

  private void end(TransactionTask task) {
    remove(task).forEach(waiter -> waiter.idle().complete(null));
  }

  private synchronized List<Waiter> remove(TransactionTask task) {
    running.remove(task);
    List<Waiter> done = waiting.stream().filter(waiter -> isIdleBut(waiter.thread())).toList();
    waiting.removeAll(done);
    return done;
  }

  /**
   * Waits until no task works in the transaction, save one that is waiting here.
   *
   * @throws IllegalStateException if that takes too long or is interrupted; the transaction can
   *     only be rolled back then
   */
  void await(Duration bound) {
    CompletableFuture<@Nullable Void> idle = idle();
    try {
      idle.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      throw giveUp(bound);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw giveUp(bound);
    } catch (ExecutionException e) {
      throw new AssertionError("Nobody fails it.", e);
    }
  }

  /**
   * Goes on, at once or later on one of the threads, when no task works in the transaction.
   *
   * @param next gets what {@link #await} would throw
   */
  void whenIdle(Duration bound, Executor threads, Consumer<@Nullable Throwable> next) {
    CompletableFuture<@Nullable Void> idle = idle();
    if (idle.isDone()) {
      next.accept(null);
      return;
    }
    CompletableFuture<@Nullable Void> unused =
        idle.orTimeout(bound.toMillis(), TimeUnit.MILLISECONDS)
            .whenCompleteAsync(
                (nothing, slow) -> next.accept(slow == null ? null : giveUp(bound)), threads);
  }

  private synchronized CompletableFuture<@Nullable Void> idle() {
    Waiter waiter = new Waiter(Thread.currentThread(), new CompletableFuture<>());
    if (isIdleBut(waiter.thread())) {
      waiter.idle().complete(null);
    } else {
      waiting.add(waiter);
    }
    return waiter.idle();
  }

  private boolean isIdleBut(Thread thread) {
    return running.stream().allMatch(task -> task.isOn(thread));
  }

  /** The tasks were waited for in vain. */
  private IllegalStateException giveUp(Duration bound) {
    setRollbackOnly();
    return new IllegalStateException(
        ServerMessages.TASKS_TOO_SLOW.text(bound.toSeconds(), text(takeUnreported())));
  }

  @Override
  public void beforeCompletion() {
    List<TransactionTask> unfinished = takeUnreported();
    if (unfinished.isEmpty()) {
      return;
    }
    if (chosen() == UnfinishedTasks.Choice.ROLL_BACK) {
      setRollbackOnly();
      ServerMessages.TASKS_ROLLED_BACK.report(text(unfinished));
    } else {
      ServerMessages.TASKS_UNFINISHED.report(
          Transactions.statusName(Status.STATUS_COMMITTING), text(unfinished));
    }
  }

  @Override
  public void afterCompletion(int status) {
    whenOver.run();
    List<TransactionTask> unfinished = takeUnreported();
    if (!unfinished.isEmpty()) {
      ServerMessages.TASKS_UNFINISHED.report(Transactions.statusName(status), text(unfinished));
    }
  }

  private synchronized UnfinishedTasks.Choice chosen() {
    return choice;
  }

  /** The tasks at work, save one that ends the transaction itself; each is told of once. */
  private synchronized List<TransactionTask> takeUnreported() {
    return running.stream()
        .filter(task -> !task.isOn(Thread.currentThread()))
        .filter(TransactionTask::report)
        .toList();
  }

  private void setRollbackOnly() {
    try {
      transaction.setRollbackOnly();
    } catch (IllegalStateException | SystemException e) {
      throw Transactions.failed(e);
    }
  }

  private static String text(List<TransactionTask> tasks) {
    return tasks.stream().map(String::valueOf).collect(Collectors.joining("; "));
  }

  private record Waiter(Thread thread, CompletableFuture<@Nullable Void> idle) {}
}
