package org.asynclocal.server.internal.transaction;

import jakarta.transaction.Transaction;
import java.util.Map;
import java.util.Objects;
import org.asynclocal.server.internal.support.OnceController;
import org.asynclocal.server.internal.support.ServerMessages;
import org.asynclocal.server.internal.support.SubmissionSite;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Carries the JTA transaction. A task whose transaction is over by the time it begins does not run:
 * it would write outside of the transaction that it belongs to.
 */
public final class TransactionProvider implements ThreadContextProvider {
  private final Transactions transactions;
  private final UnfinishedTaskPolicy rule;

  public TransactionProvider(Transactions transactions) {
    this(transactions, UnfinishedTaskPolicy.REPORT);
  }

  /**
   * @param rule for the tasks that the transaction is carried to
   */
  public TransactionProvider(Transactions transactions, UnfinishedTaskPolicy rule) {
    this.transactions = transactions;
    this.rule = rule;
  }

  /** The same, with another rule. */
  public TransactionProvider with(UnfinishedTaskPolicy other) {
    return new TransactionProvider(transactions, other);
  }

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    Transaction captured = transactions.current();
    TransactionTaskTracker tasks = captured == null ? null : transactions.tasks(captured);
    SubmissionSite origin = tasks == null ? SubmissionSite.UNKNOWN : SubmissionSite.here();
    return () -> begin(captured, tasks, origin);
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return () -> begin(null, null, SubmissionSite.UNKNOWN);
  }

  @Override
  public String getThreadContextType() {
    return ThreadContext.TRANSACTION;
  }

  private ThreadContextController begin(
      @Nullable Transaction captured,
      @Nullable TransactionTaskTracker tasks,
      SubmissionSite origin) {
    Transaction outside = transactions.current();
    if (captured == null && outside == null) {
      return new Begun(null, null, () -> {});
    }
    if (Objects.equals(captured, outside)) {
      return new OnceController();
    }
    if (captured != null) {
      refuseIfOver(captured);
    }
    transactions.suspend();
    try {
      transactions.resume(captured);
    } catch (IllegalStateException e) {
      transactions.resume(outside);
      throw e;
    }
    Runnable end = tasks == null ? () -> {} : tasks.begin(origin, rule);
    return new Begun(captured, outside, end);
  }

  private static void refuseIfOver(Transaction captured) {
    int status = Transactions.status(captured);
    if (!Transactions.isOpen(status)) {
      throw new IllegalStateException(
          ServerMessages.TRANSACTION_OVER.text(Transactions.statusName(status)));
    }
  }

  private final class Begun extends OnceController {
    private final @Nullable Transaction captured;
    private final @Nullable Transaction outside;
    private final Runnable end;

    Begun(@Nullable Transaction captured, @Nullable Transaction outside, Runnable end) {
      this.captured = captured;
      this.outside = outside;
      this.end = end;
    }

    @Override
    protected void restore() {
      try {
        leave();
      } finally {
        try {
          transactions.resume(outside);
        } finally {
          end.run();
        }
      }
    }

    /**
     * Takes the thread out of its transaction; ends that if the task began it and left it there.
     */
    private void leave() {
      Transaction last = transactions.current();
      if (last == null || last.equals(captured)) {
        transactions.suspend();
      } else {
        ServerMessages.TRANSACTION_LEFT.report(Thread.currentThread().getName());
        transactions.rollback();
      }
    }
  }
}
