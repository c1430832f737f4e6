package org.asynclocal.server.internal.executor;

import org.asynclocal.server.internal.config.ExecutorSpec;
import org.asynclocal.server.internal.config.SpecResolver;
import org.asynclocal.server.internal.transaction.TransactionStages;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jspecify.annotations.Nullable;

/** Creates the executors and thread contexts of an application. */
public interface Propagation {
  SpecResolver specs();

  /**
   * Refuses a plan that can't be honoured.
   *
   * @throws IllegalStateException with the message for the user
   */
  void check(ExecutorSpec plan);

  /**
   * Makes an executor over the server's threads.
   *
   * @throws IllegalStateException if the plan can't be honoured, with the message for the user
   */
  ManagedExecutor executor(ExecutorSpec plan);

  /**
   * Makes a thread context whose asynchronous stages run on the server's threads.
   *
   * @throws IllegalStateException if the plan can't be honoured, with the message for the user
   */
  ThreadContext threadContext(ExecutorSpec plan);

  /** The stages of transactional methods, if tasks are watched in their transactions. */
  @Nullable TransactionStages stages();

  /** Returns whether a transactional method may have to wait for the tasks of an executor. */
  boolean waits();

  /** Ends with the application. */
  void stop();
}
