package org.asynclocal.it.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.asynclocal.server.UnfinishedTasks;
import org.asynclocal.server.UnfinishedTasks.Choice;
import org.eclipse.microprofile.context.ManagedExecutor;

/** Executors by what is to happen to their tasks that are unfinished. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // injected
public class ChosenExecutors {
  @Inject
  @UnfinishedTasks(Choice.WAIT)
  ManagedExecutor waiting;

  @Inject
  @UnfinishedTasks(value = Choice.WAIT, timeoutSeconds = 1)
  ManagedExecutor impatient;

  @Inject
  @UnfinishedTasks(Choice.ROLL_BACK)
  ManagedExecutor rollingBack;

  public ManagedExecutor waiting() {
    return waiting;
  }

  public ManagedExecutor impatient() {
    return impatient;
  }

  public ManagedExecutor rollingBack() {
    return rollingBack;
  }
}
