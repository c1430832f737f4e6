package org.asynclocal.server.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.arjuna.ats.arjuna.common.CoreEnvironmentBeanException;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.arjuna.common.arjPropertyManager;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asynclocal.application.Caller;
import org.asynclocal.it.support.Reports;
import org.asynclocal.server.UnfinishedTasks.Choice;
import org.asynclocal.server.internal.executor.Worker;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnfinishedTasksTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final TransactionManager manager = manager();
  private final Transactions transactions = new Transactions(manager);
  private final TransactionProvider provider = new TransactionProvider(transactions);
  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final Reports reports = new Reports();

  static TransactionManager manager() {
    try {
      arjPropertyManager.getCoreEnvironmentBean().setNodeIdentifier("test");
    } catch (CoreEnvironmentBeanException e) {
      throw new IllegalStateException(e);
    }
    String inMemory = VolatileStore.class.getName();
    arjPropertyManager.getObjectStoreEnvironmentBean().setObjectStoreType(inMemory);
    for (String store : new String[] {"communicationStore", "stateStore"}) {
      BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
          .setObjectStoreType(inMemory);
    }
    return com.arjuna.ats.jta.TransactionManager.transactionManager();
  }

  @BeforeEach
  void begin() throws Exception {
    manager.begin();
  }

  @AfterEach
  void end() throws Exception {
    reports.close();
    threads.shutdownNow();
    Transaction left = manager.suspend();
    if (left != null) {
      left.rollback();
    }
  }

  @Test
  void a_task_at_work_when_its_transaction_commits_is_reported_with_its_origin() throws Exception {
    Worker worker = Caller.call(() -> Worker.start(provider));
    manager.commit();
    worker.finish();
    assertThat(reports.messages()).hasSize(1);
    assertThat(reports.messages().get(0))
        .contains("ASYNCLOCAL-108", "committing", "thread 'worker'", "Caller.call(Caller.java:");
  }

  @Test
  void a_task_at_work_when_its_transaction_rolls_back_is_reported() throws Exception {
    Worker worker = Worker.start(provider);
    manager.rollback();
    worker.finish();
    assertThat(reports.messages())
        .singleElement()
        .asString()
        .contains("ASYNCLOCAL-108", "rolled back", "thread 'worker'");
  }

  @Test
  void a_task_that_is_done_before_the_end_is_not_reported() throws Exception {
    Worker.start(provider).finish();
    manager.commit();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void a_task_that_ends_the_transaction_itself_is_not_reported() throws Exception {
    Worker worker = Worker.start(provider, this::commit);
    manager.suspend();
    worker.finish();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void an_unfinished_task_rolls_the_transaction_back_where_that_was_chosen() throws Exception {
    tasks().choose(Choice.ROLL_BACK);
    Worker worker = Worker.start(provider);
    assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);
    worker.finish();
    assertThat(reports.messages())
        .singleElement()
        .asString()
        .contains("ASYNCLOCAL-152", "thread 'worker'");
  }

  @Test
  void finished_tasks_do_not_hinder_the_commit_where_roll_back_was_chosen() throws Exception {
    tasks().choose(Choice.ROLL_BACK);
    Worker.start(provider).finish();
    manager.commit();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void waiting_lasts_until_the_task_is_done() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Worker worker = Worker.start(provider, () -> done.set(true));
    TransactionTaskTracker tasks = tasks();
    CompletableFuture<Boolean> waiter = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              tasks.waitForAll(LONG).await();
              waiter.complete(done.get());
            });
    thread.start();
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertThat(waiter).isNotDone();
    worker.finish();
    assertThat(waiter.get(30, TimeUnit.SECONDS)).isTrue();
    manager.commit();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void a_task_that_is_waited_for_too_long_leaves_only_the_roll_back() throws Exception {
    Worker worker = Worker.start(provider);
    TransactionTaskTracker tasks = tasks();
    assertThatIllegalStateException()
        .isThrownBy(() -> tasks.waitForAll(Duration.ofMillis(1)).await())
        .withMessageContainingAll("ASYNCLOCAL-153", "thread 'worker'");
    assertThat(manager.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
    assertThatThrownBy(manager::commit).isInstanceOf(RollbackException.class);
    worker.finish();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void an_interrupted_wait_leaves_only_the_roll_back_and_the_interrupt() throws Exception {
    Worker worker = Worker.start(provider);
    TransactionTaskTracker tasks = tasks();
    Thread.currentThread().interrupt();
    assertThatIllegalStateException()
        .isThrownBy(() -> tasks.waitForAll(LONG).await())
        .withMessageContaining("ASYNCLOCAL-153");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(manager.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
    worker.finish();
  }

  @Test
  void a_task_that_has_not_begun_is_not_waited_for() throws Exception {
    ThreadContextSnapshot queued = provider.currentContext(Map.of());
    tasks().waitForAll(LONG).await();
    manager.commit();
    assertThatThrownBy(queued::begin).hasMessageContaining("ASYNCLOCAL-107");
  }

  @Test
  void a_task_that_waits_does_not_wait_for_itself() throws Exception {
    TransactionTaskTracker tasks = tasks();
    Worker.start(provider, () -> tasks.waitForAll(LONG).await()).finish();
    assertThat(manager.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
  }

  @Test
  void two_tasks_at_once_are_reported_once_for_each_transaction() throws Exception {
    for (int i = 0; i < 10; i++) {
      Worker first = Worker.start(provider);
      Worker second = Worker.start(provider);
      Worker third = Worker.start(provider);
      first.finish();
      second.finish();
      third.finish();
      manager.commit();
      manager.begin();
    }
    assertThat(reports.messages())
        .hasSize(10)
        .allSatisfy(text -> assertThat(text).contains("ASYNCLOCAL-109", "'worker'"));
  }

  @Test
  void tasks_that_follow_each_other_are_not_reported() throws Exception {
    for (int i = 0; i < 10; i++) {
      Worker.start(provider).finish();
    }
    manager.commit();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void a_task_of_another_transaction_inside_a_task_does_not_overlap_with_it() throws Exception {
    ThreadContextSnapshot context = provider.currentContext(Map.of());
    Worker.start(
            provider,
            () ->
                transactions.outside(
                    () -> {
                      ThreadContextController controller = context.begin();
                      controller.endContext();
                    }))
        .finish();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void a_stage_is_complete_only_after_the_tasks() throws Exception {
    Worker worker = Worker.start(provider);
    CompletableFuture<String> stage =
        new TransactionStages(transactions, threads, true)
            .afterTasks(CompletableFuture.completedFuture("a"), tasks().waitForAll(LONG))
            .toCompletableFuture();
    assertThat(stage).isNotDone();
    worker.finish();
    assertThat(stage.get(30, TimeUnit.SECONDS)).isEqualTo("a");
  }

  @Test
  void a_stage_whose_tasks_are_waited_for_too_long_fails() throws Exception {
    Worker worker = Worker.start(provider);
    CompletableFuture<String> stage =
        new TransactionStages(transactions, threads, true)
            .afterTasks(
                CompletableFuture.completedFuture("a"), tasks().waitForAll(Duration.ofMillis(1)))
            .toCompletableFuture();
    assertThatThrownBy(() -> stage.get(30, TimeUnit.SECONDS))
        .hasMessageContaining("ASYNCLOCAL-153");
    worker.finish();
  }

  @Test
  void a_stage_shows_what_its_task_failed_with() {
    IllegalArgumentException failure = new IllegalArgumentException();
    CompletableFuture<Throwable> seen = new CompletableFuture<>();
    new TransactionStages(transactions, threads, true)
        .unwrapped(CompletableFuture.<String>failedFuture(failure).thenApply(x -> x))
        .exceptionally(
            shown -> {
              seen.complete(shown);
              return "";
            });
    assertThat(seen).isCompletedWithValue(failure);
  }

  @Test
  void a_failed_stage_keeps_its_exception() {
    IllegalArgumentException failure = new IllegalArgumentException();
    CompletableFuture<String> stage =
        new TransactionStages(transactions, threads, true)
            .afterTasks(CompletableFuture.<String>failedFuture(failure), tasks().waitForAll(LONG))
            .toCompletableFuture();
    assertThatThrownBy(stage::join).hasCause(failure);
  }

  @Test
  void nothing_is_kept_of_a_transaction_that_has_ended() throws Exception {
    Transaction transaction = Objects.requireNonNull(manager.getTransaction());
    TransactionTaskTracker tasks = tasks();
    manager.commit();
    assertThat(transactions.tasks(transaction)).isNotSameAs(tasks);
  }

  private TransactionTaskTracker tasks() {
    return Objects.requireNonNull(
        transactions.tasks(Objects.requireNonNull(transactions.current())));
  }

  private void commit() {
    try {
      manager.commit();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
