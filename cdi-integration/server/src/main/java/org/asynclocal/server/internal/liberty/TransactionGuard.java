package org.asynclocal.server.internal.liberty;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.asynclocal.server.internal.support.Jndi;
import org.asynclocal.server.internal.support.ServerMessages;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Takes no task from inside a transaction that the server keeps on one thread. The server itself
 * would fail the task when it begins, would be silent if it was handed to {@code execute}, and mark
 * the transaction for rollback.
 */
final class TransactionGuard implements InvocationHandler {
  private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

  /** The methods that start a task. {@link StageGuard} guards stages. */
  private static final Set<String> HAND_OVERS =
      Set.of("execute", "submit", "invokeAll", "invokeAny", "runAsync", "supplyAsync");

  /** The server has one for all applications and threads. */
  private static volatile @Nullable TransactionSynchronizationRegistry registry;

  private final ManagedExecutor executor;
  private final String place;

  private TransactionGuard(ManagedExecutor executor, String place) {
    this.executor = executor;
    this.place = place;
  }

  /**
   * The same executor, guarded.
   *
   * @param place where it is configured, for people
   */
  static ManagedExecutor around(ManagedExecutor executor, String place) {
    return (ManagedExecutor)
        Proxy.newProxyInstance(
            TransactionGuard.class.getClassLoader(),
            new Class<?>[] {ManagedExecutor.class},
            new TransactionGuard(executor, place));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (HAND_OVERS.contains(method.getName()) && isInTransaction()) {
      throw new IllegalStateException(
          ServerMessages.TRANSACTION_STAYS.text("A task of the executor of " + place));
    }
    try {
      return method.invoke(executor, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Returns whether this thread is in a transaction. */
  static boolean isInTransaction() {
    TransactionSynchronizationRegistry known = registry;
    if (known == null
        && Jndi.lookup(REGISTRY) instanceof TransactionSynchronizationRegistry found) {
      known = found;
      registry = found;
    }
    // A thread that does not know the name is none of the application's, and in no transaction.
    return known != null && known.getTransactionKey() != null;
  }
}
