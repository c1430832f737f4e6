package org.asynclocal.server.internal.transaction;

import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The server's transaction manager, and the tasks of an application that work in its transactions.
 * Each transaction is watched from the first task that is handed over in it to its end.
 * Thread-safe.
 */
public final class Transactions {
  private static final String[] STATUS_NAMES = {
    "active",
    "marked for rollback",
    "prepared",
    "committed",
    "rolled back",
    "unknown",
    "none",
    "preparing",
    "committing",
    "rolling back"
  };

  private final TransactionManager manager;
  private final ConcurrentMap<Transaction, TransactionTaskTracker> watched =
      new ConcurrentHashMap<>();

  public Transactions(TransactionManager manager) {
    this.manager = manager;
  }

  static boolean isOpen(int status) {
    return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
  }

  static String statusName(int status) {
    return status >= 0 && status < STATUS_NAMES.length ? STATUS_NAMES[status] : "status " + status;
  }

  /** The tasks of a transaction; null if its end can't be watched any more, so that it is near. */
  @Nullable TransactionTaskTracker tasks(Transaction transaction) {
    TransactionTaskTracker known = watched.get(transaction);
    return known == null ? watch(transaction) : known;
  }

  /** The tasks of a transaction that has some; null if none was ever handed over in it. */
  @Nullable TransactionTaskTracker known(Transaction transaction) {
    return watched.get(transaction);
  }

  private @Nullable TransactionTaskTracker watch(Transaction transaction) {
    TransactionTaskTracker tasks =
        new TransactionTaskTracker(transaction, () -> watched.remove(transaction));
    @Nullable TransactionTaskTracker other = watched.putIfAbsent(transaction, tasks);
    if (other != null) {
      return other;
    }
    try {
      transaction.registerSynchronization(tasks);
      return tasks;
    } catch (RollbackException | SystemException | IllegalStateException ending) {
      watched.remove(transaction);
      return null;
    }
  }

  /** Does something on this thread outside of its transaction. */
  void outside(Runnable action) {
    Transaction here = suspend();
    try {
      action.run();
    } finally {
      resume(here);
    }
  }

  @Nullable Transaction current() {
    try {
      return manager.getTransaction();
    } catch (SystemException e) {
      throw failed(e);
    }
  }

  @Nullable Transaction suspend() {
    try {
      return manager.suspend();
    } catch (SystemException e) {
      throw failed(e);
    }
  }

  /**
   * Rolls back the transaction of this thread and takes the thread out of it. While it is on the
   * thread: a resource that has been suspended with it may not come along on every server.
   */
  void rollback() {
    try {
      manager.rollback();
    } catch (SystemException e) {
      throw failed(e);
    }
  }

  void resume(@Nullable Transaction transaction) {
    if (transaction == null) {
      return;
    }
    try {
      manager.resume(transaction);
    } catch (InvalidTransactionException | SystemException e) {
      throw failed(e);
    }
  }

  /**
   * Takes the transaction off this thread for someone else to end, and puts an empty one there for
   * the one who has to end one here.
   */
  Transaction replace() {
    Transaction own = Objects.requireNonNull(suspend());
    try {
      manager.begin();
    } catch (NotSupportedException | SystemException e) {
      resume(own);
      throw failed(e);
    }
    return own;
  }

  /**
   * Ends a transaction on this thread, which has its own again afterwards: commits it, unless it is
   * to be rolled back or marked so.
   *
   * @return what the commit failed with; null if all is well
   */
  @Nullable Exception end(Transaction transaction, boolean rollback) {
    Transaction here = suspend();
    try {
      resume(transaction);
      if (rollback || status(transaction) == Status.STATUS_MARKED_ROLLBACK) {
        manager.rollback();
      } else {
        manager.commit();
      }
      return null;
    } catch (Exception failed) {
      return failed;
    } finally {
      if (!transaction.equals(here)) {
        resume(here);
      }
    }
  }

  static int status(Transaction transaction) {
    try {
      return transaction.getStatus();
    } catch (SystemException e) {
      return Status.STATUS_UNKNOWN;
    }
  }

  static IllegalStateException failed(Exception cause) {
    return new IllegalStateException("The transaction manager failed.", cause);
  }
}
