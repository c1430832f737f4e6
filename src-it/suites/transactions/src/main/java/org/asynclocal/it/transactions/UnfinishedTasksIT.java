package org.asynclocal.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tasks of the kit's executors that outlive their transaction, or share it. */
@SuppressWarnings("NullAway.Init") // injected
@ArquillianTest
@DisplayName("Tasks of one transaction")
class UnfinishedTasksIT extends TransactionTest {
  private static final int SHARED = 20;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayFinish = new CountDownLatch(1);
  private CompletableFuture<Void> task = CompletableFuture.completedFuture(null);

  @Inject Choosing choosing;

  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-tasks");
  }

  @AfterEach
  void end() {
    mayFinish.countDown();
  }

  @Test
  @DisplayName("are reported by default, with where they were handed over")
  void reported() throws Exception {
    work.required(this::leaveTask);
    assertThat(reports.of("ASYNCLOCAL-108"))
        .singleElement()
        .asString()
        .contains(UnfinishedTasksIT.class.getName() + ".leaveTask(");
    mayFinish.countDown();
    LateRows.ofServer().check(task, rows, unit, "caller");
  }

  @Test
  @DisplayName("are reported when the transaction rolls back")
  void reportedAtRollback() throws Exception {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      leaveTask();
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    assertThat(reports.of("ASYNCLOCAL-108")).hasSize(1);
    mayFinish.countDown();
    LateRows.ofServer().check(task, rows, unit);
  }

  @Test
  @DisplayName("are waited for where that is chosen, and their rows are committed")
  void waitedFor() throws Exception {
    choosing.waiting(leaveTaskThatFinishesWhenWaitedFor());
    assertThat(rows.steps(unit)).containsExactly("caller", "task");
    assertThat(reports.of("ASYNCLOCAL-")).isEmpty();
  }

  @Test
  @DisplayName("roll the transaction back if they are waited for too long")
  void tooSlow() throws Exception {
    assertThatThrownBy(() -> choosing.impatient(this::leaveTask))
        .hasMessageContaining("ASYNCLOCAL-153");
    mayFinish.countDown();
    LateRows.ofServer().check(task, rows, unit);
  }

  @Test
  @DisplayName("are waited for by a stage, which is complete after them")
  void waitedForByStage() throws Exception {
    CompletableFuture<Boolean> stage =
        choosing
            .waitingStage(
                () -> {
                  leaveTask();
                  return work.executor().completedFuture(true);
                })
            .toCompletableFuture();
    assertThat(stage).isNotDone();
    mayFinish.countDown();
    assertThat(get(stage)).isTrue();
    assertThat(rows.steps(unit)).containsExactly("caller", "task");
  }

  @Test
  @DisplayName("roll the transaction back where that is chosen")
  void rolledBack() throws Exception {
    assertThatThrownBy(() -> choosing.rollingBack(this::leaveTask)).isNotNull();
    assertThat(reports.of("ASYNCLOCAL-152")).hasSize(1);
    mayFinish.countDown();
    LateRows.ofServer().check(task, rows, unit);
  }

  @Test
  @DisplayName("at once in one transaction are reported, each time")
  void shared() throws Exception {
    for (int i = 0; i < SHARED; i++) {
      work.required(
          () -> {
            CyclicBarrier both = new CyclicBarrier(2);
            CompletableFuture<Void> first = work.executor().runAsync(() -> meet(both));
            CompletableFuture<Void> second = work.executor().runAsync(() -> meet(both));
            get(first);
            return get(second);
          });
    }
    assertThat(reports.of("ASYNCLOCAL-109")).hasSize(SHARED);
  }

  @Test
  @DisplayName("one after the other are fine")
  void oneAfterTheOther() throws Exception {
    work.required(
        () ->
            get(
                work.executor()
                    .runAsync(() -> rows.insert(unit, "1"))
                    .thenRunAsync(() -> rows.insert(unit, "2"))
                    .thenRunAsync(() -> rows.insert(unit, "3"))));
    assertThat(rows.steps(unit)).containsExactly("1", "2", "3");
    assertThat(reports.of("ASYNCLOCAL-")).isEmpty();
  }

  private boolean leaveTask() {
    rows.insert(unit, "caller");
    task =
        work.executor()
            .runAsync(
                () -> {
                  begun.countDown();
                  Waiting.until(mayFinish);
                  rows.insert(unit, "task");
                });
    Waiting.until(begun);
    return true;
  }

  private Callable<Boolean> leaveTaskThatFinishesWhenWaitedFor() {
    return () -> {
      rows.insert(unit, "caller");
      Thread caller = Thread.currentThread();
      task =
          work.executor()
              .runAsync(
                  () -> {
                    begun.countDown();
                    Waiting.until(() -> caller.getState() == Thread.State.TIMED_WAITING);
                    rows.insert(unit, "task");
                  });
      while (begun.getCount() > 0) {
        Thread.onSpinWait();
      }
      return true;
    };
  }

  private static void meet(CyclicBarrier both) {
    try {
      both.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
