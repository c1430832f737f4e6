package org.asynclocal.server.internal.transaction;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.asynclocal.server.UnfinishedTasks.Choice;
import org.asynclocal.server.internal.support.ServerMessages;
import org.asynclocal.server.internal.support.SubmissionSite;
import org.jspecify.annotations.Nullable;

/**
 * The tasks that work in one transaction. Sees whether they follow each other and whether they are
 * done before it ends: no server promises anything to those that do not. Thread-safe.
 */
public final class TransactionTaskTracker implements Synchronization {
  private final Transaction transaction;
  private final Runnable whenOver;
  private final Set<TransactionTask> running = new LinkedHashSet<>();
  private final List<Waiter> waiting = new ArrayList<>();
  private @Nullable Choice choice;
  private boolean claimed;
  private boolean overlapReported;

  /**
   * @param whenOver called when the transaction has ended
   */
  TransactionTaskTracker(Transaction transaction, Runnable whenOver) {
    this.transaction = transaction;
    this.whenOver = whenOver;
  }

  /** A method chooses for all of the transaction's tasks, whatever their executors have. */
  public synchronized void choose(Choice chosen) {
    choice = chosen;
  }

  /** Returns whether the caller is the first that asks, which is the outermost method. */
  public synchronized boolean claim() {
    boolean first = !claimed;
    claimed = true;
    return first;
  }

  /**
   * A task begins on this thread.
   *
   * @param rule of the executor that it was handed to
   * @return to be called when the task has left the thread, and the transaction with it
   */
  Runnable begin(SubmissionSite origin, UnfinishedTaskPolicy rule) {
    TransactionTask task = new TransactionTask(Thread.currentThread(), origin, rule);
    TransactionTask other = add(task);
    if (other != null) {
      ServerMessages.TRANSACTION_SHARED.report(other, task);
    }
    return () -> end(task);
  }

  /** This thread uses the transaction, be it for a task or not. */
  void usedIn(String method) {
    TransactionTask other = besideFirst();
    if (other != null) {
      ServerMessages.TRANSACTION_USED.report(Thread.currentThread().getName(), method, other);
    }
  }

  /** Gives another task that is at work, if that is to be reported. */
  private synchronized @Nullable TransactionTask add(TransactionTask task) {
    TransactionTask other = besideFirst();
    running.add(task);
    return other;
  }

  /** Gives a task that is at work on another thread, the first time that one is found. */
  private synchronized @Nullable TransactionTask besideFirst() {
    if (overlapReported || running.isEmpty()) {
      return null;
    }
    TransactionTask other =
        running.stream()
            .filter(task -> !task.isOn(Thread.currentThread()))
            .findFirst()
            .orElse(null);
    overlapReported = other != null;
    return other;
  }

  private void end(TransactionTask task) {
    remove(task).forEach(waiter -> waiter.idle().complete(null));
  }

  private synchronized List<Waiter> remove(TransactionTask task) {
    running.remove(task);
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Waiter> done = waiting.stream().filter(this::isIdle).toList();
    waiting.removeAll(done);
    return done;
  }

  /** For all tasks. */
  public TaskWait waitForAll(Duration bound) {
    return new TaskWait(this, task -> true, task -> bound);
  }

  /** For the tasks of the executors that want it, unless a method has chosen. */
  public TaskWait waitWhereChosen() {
    return new TaskWait(this, task -> choiceFor(task) == Choice.WAIT, task -> task.rule().bound());
  }

  /** The longest that a wait may take now. */
  synchronized Duration longest(TaskWait wait) {
    return running.stream()
        .filter(wait.which())
        .map(wait.bound())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Complete when none of those tasks is at work, save one on this thread. */
  synchronized CompletableFuture<@Nullable Void> idle(Predicate<TransactionTask> which) {
    Waiter waiter = new Waiter(Thread.currentThread(), which, new CompletableFuture<>());
    if (isIdle(waiter)) {
      waiter.idle().complete(null);
    } else {
      waiting.add(waiter);
    }
    return waiter.idle();
  }

  private boolean isIdle(Waiter waiter) {
    return running.stream().filter(waiter.which()).allMatch(task -> task.isOn(waiter.thread()));
  }

  private synchronized Choice choiceFor(TransactionTask task) {
    return choice == null ? task.rule().choice() : choice;
  }

  /** The tasks were waited for in vain. */
  IllegalStateException giveUp(Duration bound) {
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
    if (unfinished.stream().anyMatch(task -> choiceFor(task) == Choice.ROLL_BACK)) {
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

  private record Waiter(
      Thread thread, Predicate<TransactionTask> which, CompletableFuture<@Nullable Void> idle) {}
}
