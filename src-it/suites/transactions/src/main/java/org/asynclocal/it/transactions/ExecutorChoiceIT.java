package org.asynclocal.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asynclocal.it.support.Waiting;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * An executor that says what happens to its tasks that are unfinished when the transaction ends.
 */
@SuppressWarnings("NullAway.Init") // injected
@ArquillianTest
@DisplayName("An executor's choice for unfinished tasks")
class ExecutorChoiceIT extends TransactionTest {
  private final List<LeftTask> left = new ArrayList<>();

  @Inject ChosenExecutors executors;
  @Inject Choosing choosing;
  @Inject SessionBeans beans;

  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-choice");
  }

  @AfterEach
  void end() {
    left.forEach(LeftTask::letFinish);
  }

  @Test
  @DisplayName("WAIT: they are waited for by the outermost transactional method, and committed")
  void waitedFor() throws Exception {
    Thread caller = Thread.currentThread();
    work.required(
        () -> {
          rows.insert(unit, "caller");
          LeftTask task =
              leaveTask(
                  executors.waiting(),
                  () -> Waiting.until(() -> caller.getState() == Thread.State.TIMED_WAITING));
          work.required(() -> true);
          assertThat(task.future()).isNotDone();
          task.letFinish();
          return true;
        });
    assertThat(rows.steps(unit)).containsExactly("caller", "task");
  }

  @Test
  @DisplayName("WAIT: too long rolls the transaction back")
  void tooSlow() throws Exception {
    assertThatThrownBy(() -> work.required(() -> leave(executors.impatient())))
        .hasMessageContaining("ASYNCLOCAL-153");
    finish();
  }

  @Test
  @DisplayName("WAIT: a stage that a transactional method returns is complete after them")
  void waitedForByStage() throws Exception {
    CompletableFuture<Integer> stage =
        work.requiredStage(
                () -> {
                  leave(executors.waiting());
                  return work.executor().completedFuture(1);
                })
            .toCompletableFuture();
    assertThat(stage).isNotDone();
    left.get(0).letFinish();
    assertThat(get(stage)).isEqualTo(1);
    assertThat(rows.steps(unit)).containsExactly("task");
  }

  @Test
  @DisplayName("WAIT: a container that commits itself reports them")
  void containerReports() throws Exception {
    beans.required(() -> leave(executors.waiting()));
    assertThat(reports.of("ASYNCLOCAL-108")).hasSize(1);
    finish();
  }

  @Test
  @DisplayName("ROLL_BACK: they roll the transaction back")
  void rolledBack() throws Exception {
    assertThatThrownBy(() -> work.required(() -> leave(executors.rollingBack()))).isNotNull();
    assertThat(reports.of("ASYNCLOCAL-152")).hasSize(1);
    finish();
  }

  @Test
  @DisplayName("ROLL_BACK: they roll back what a container commits")
  void containerRollsBack() throws Exception {
    assertThatThrownBy(() -> beans.required(() -> leave(executors.rollingBack())))
        .isInstanceOf(EJBException.class);
    assertThat(reports.of("ASYNCLOCAL-152")).hasSize(1);
    finish();
  }

  @Test
  @DisplayName("is not asked where a method has chosen")
  void methodFirst() throws Exception {
    choosing.reporting(() -> leave(executors.rollingBack()));
    assertThat(reports.of("ASYNCLOCAL-108")).hasSize(1);
    assertThat(reports.of("ASYNCLOCAL-152")).isEmpty();
    finish();
  }

  @Test
  @DisplayName("does not choose for the tasks of another one")
  void ownTasks() throws Exception {
    work.required(() -> leave(work.executor()));
    assertThat(reports.of("ASYNCLOCAL-108")).hasSize(1);
    finish();
  }

  private boolean leave(ManagedExecutor executor) {
    leaveTask(executor, () -> {});
    return true;
  }

  private LeftTask leaveTask(ManagedExecutor executor, Runnable first) {
    LeftTask task =
        LeftTask.in(
            executor,
            () -> {
              first.run();
              rows.insert(unit, "task");
            });
    left.add(task);
    return task;
  }

  /** Lets a task end whose transaction is over. */
  private void finish() throws Exception {
    LeftTask task = left.get(0);
    task.letFinish();
    LateRows.ofServer().check(task.future(), rows, unit);
  }
}
