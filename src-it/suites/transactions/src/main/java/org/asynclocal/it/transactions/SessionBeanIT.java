package org.asynclocal.it.transactions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.support.Waiting;
import org.asynclocal.it.transactions.SessionBeans.Seen;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Services in the style of Jakarta Enterprise Beans. */
@SuppressWarnings("NullAway.Init") // injected
@ArquillianTest
@DisplayName("Session beans")
class SessionBeanIT extends TransactionTest {
  private final CountDownLatch mayFinish = new CountDownLatch(1);

  @Inject SessionBeans beans;
  @Inject Keeper keeper;

  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-ejb");
  }

  @AfterEach
  void end() {
    mayFinish.countDown();
  }

  @Test
  @DisplayName("@Stateless: a task has the store, the value and the transaction of the method")
  void stateless() throws Exception {
    hasAll(what -> beans.required(what));
  }

  @Test
  @DisplayName("@Singleton: a task has the store, the value and the transaction of the method")
  void singleton() throws Exception {
    hasAll(what -> keeper.required(what));
  }

  @Test
  @DisplayName("commit what a task wrote, and roll it back when the method fails")
  void rows() throws Exception {
    beans.required(() -> get(work.executor().runAsync(() -> rows.insert(unit, "kept"))));
    assertThatThrownBy(
            () ->
                beans.required(
                    () -> {
                      get(work.executor().runAsync(() -> rows.insert(unit, "lost")));
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(EJBException.class);
    assertThat(rows.steps(unit)).containsExactly("kept");
  }

  @Test
  @DisplayName("@Asynchronous: has a transaction of its own, and not the caller's value")
  void asynchronous() throws Exception {
    Seen seen =
        Unit.FLOW.<Seen, Exception>call(
            "flow",
            () ->
                work.required(
                    () -> {
                      Unit.NAME.set(unit);
                      Seen there = beans.asynchronous().get(30, TimeUnit.SECONDS);
                      assertThat(there.key()).isNotEqualTo(work.key());
                      return there;
                    }));
    assertThat(seen.key()).isNotEqualTo("null");
    assertThat(seen.unit()).isNull();
    assertThat(seen.thread()).isNotEqualTo(Thread.currentThread().getName());
    assertThat(seen.flow()).as("by the server's own handoff").isNull();
  }

  @Test
  @DisplayName("@Asynchronous: a chain into a managed executor has what the method set")
  void asynchronousChain() throws Exception {
    Seen seen = beans.asynchronousChain("flow", unit).get(30, TimeUnit.SECONDS);
    assertThat(seen.flow()).isEqualTo("flow");
    assertThat(seen.unit()).isEqualTo(unit);
  }

  @Test
  @DisplayName("leave nothing on the bean's thread")
  void nothingLeft() throws Exception {
    for (int i = 0; i < 50; i++) {
      beans.asynchronousChain("left", unit).get(30, TimeUnit.SECONDS);
      Seen next = beans.asynchronous().get(30, TimeUnit.SECONDS);
      assertThat(next.flow()).isNull();
      assertThat(next.unit()).isNull();
    }
  }

  @Test
  @DisplayName("timers: begin with no store, and with a transaction that their tasks have too")
  void timer() throws Exception {
    SessionBeans.TIMED_OUT.clear();
    Unit.FLOW.<Exception>run(
        "starter",
        () -> {
          beans.startTimer();
          Seen timer = requireNonNull(SessionBeans.TIMED_OUT.poll(60, TimeUnit.SECONDS), "timer");
          Seen task = requireNonNull(SessionBeans.TIMED_OUT.poll(60, TimeUnit.SECONDS), "task");
          assertThat(timer.flow()).isNull();
          assertThat(timer.unit()).isNull();
          assertThat(timer.key()).isNotEqualTo("null");
          assertThat(task.flow()).isEqualTo("timer");
          assertThat(task.unit()).isEqualTo("timer");
          assertThat(task.caller()).isEqualTo(timer.caller());
        });
  }

  @Test
  @DisplayName("report an unfinished task when the container commits")
  void reported() throws Exception {
    CompletableFuture<Void> task = beans.required(this::leaveTask);
    assertThat(reports.of("ASYNCLOCAL-108")).hasSize(1);
    mayFinish.countDown();
    LateRows.ofServer().check(task, rows, unit);
  }

  @Test
  @DisplayName("roll back for an unfinished task where that is chosen")
  void rolledBack() {
    assertThatThrownBy(() -> beans.rollingBack(this::leaveTask)).isInstanceOf(EJBException.class);
    assertThat(reports.of("ASYNCLOCAL-152")).hasSize(1);
  }

  @Test
  @DisplayName("wait for an unfinished task where that is chosen")
  void waitedFor() throws Exception {
    beans.waiting(
        () -> {
          CompletableFuture<Void> left = leaveTask();
          mayFinish.countDown();
          return left;
        });
    assertThat(rows.steps(unit)).containsExactly("task");
  }

  private CompletableFuture<Void> leaveTask() {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Void> task =
        work.executor()
            .runAsync(
                () -> {
                  begun.countDown();
                  Waiting.until(mayFinish);
                  rows.insert(unit, "task");
                });
    Waiting.until(begun);
    return task;
  }

  private void hasAll(Method method) throws Exception {
    Unit.FLOW.<Exception>run(
        "flow",
        () ->
            method.call(
                () -> {
                  Unit.NAME.set(unit);
                  Seen here = beans.look();
                  Seen there = get(work.executor().supplyAsync(beans::look));
                  assertThat(there.thread()).isNotEqualTo(here.thread());
                  assertThat(there)
                      .usingRecursiveComparison()
                      .ignoringFields("thread")
                      .isEqualTo(here);
                  assertThat(there.flow()).isEqualTo("flow");
                  assertThat(there.unit()).isEqualTo(unit);
                  assertThat(there.key()).isNotEqualTo("null");
                  return true;
                }));
  }

  private interface Method {
    Boolean call(Callable<Boolean> what) throws Exception;
  }
}
