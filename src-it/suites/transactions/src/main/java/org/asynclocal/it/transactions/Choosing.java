package org.asynclocal.it.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.asynclocal.server.UnfinishedTasks;
import org.asynclocal.server.UnfinishedTasks.Choice;
import org.jspecify.annotations.Nullable;

/** Methods by what is to happen to tasks that they leave unfinished. */
@ApplicationScoped
public class Choosing {
  @Transactional
  @UnfinishedTasks(Choice.WAIT)
  public <T extends @Nullable Object> T waiting(Callable<T> work) throws Exception {
    return work.call();
  }

  @Transactional
  @UnfinishedTasks(value = Choice.WAIT, timeoutSeconds = 1)
  public <T extends @Nullable Object> T impatient(Callable<T> work) throws Exception {
    return work.call();
  }

  @Transactional
  @UnfinishedTasks(Choice.WAIT)
  public <T> CompletionStage<T> waitingStage(Supplier<CompletionStage<T>> work) {
    return work.get();
  }

  @Transactional
  @UnfinishedTasks(Choice.REPORT)
  public <T extends @Nullable Object> T reporting(Callable<T> work) throws Exception {
    return work.call();
  }

  @Transactional
  @UnfinishedTasks(Choice.ROLL_BACK)
  public <T extends @Nullable Object> T rollingBack(Callable<T> work) throws Exception {
    return work.call();
  }
}
