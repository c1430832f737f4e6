package org.asynclocal.server.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.Transactional;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a server ends a transaction when the method returns, and the kit with its stage. */
@Transactional(rollbackOn = IOException.class, dontRollbackOn = IllegalArgumentException.class)
@SuppressWarnings("NullAway.Init") // set before each test
class EndedStageTest {
  private static final Transactional DECLARED =
      Objects.requireNonNull(EndedStageTest.class.getAnnotation(Transactional.class));

  private final TransactionManager manager = UnfinishedTasksTest.manager();
  private final Transactions transactions = new Transactions(manager);
  private final TransactionStages stages =
      new TransactionStages(transactions, Runnable::run, false);
  private final CompletableFuture<String> stage = new CompletableFuture<>();
  private Transaction own;

  @BeforeEach
  void begin() throws Exception {
    manager.begin();
    own = manager.getTransaction();
  }

  @AfterEach
  void end() throws Exception {
    Transaction left = manager.suspend();
    if (left != null) {
      left.rollback();
    }
  }

  @Test
  void the_transaction_is_committed_when_the_stage_is_complete() throws Exception {
    CompletableFuture<String> shown = methodReturns();
    assertThat(own.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
    stage.complete("a");
    assertThat(shown).isCompletedWithValue("a");
    assertThat(own.getStatus()).isEqualTo(Status.STATUS_COMMITTED);
    assertThat(manager.getTransaction()).isNull();
  }

  @Test
  void it_is_rolled_back_when_the_stage_fails() throws Exception {
    assertThat(statusAfter(new IllegalStateException())).isEqualTo(Status.STATUS_ROLLEDBACK);
    assertThat(statusAfter(new AssertionError())).isEqualTo(Status.STATUS_ROLLEDBACK);
  }

  @Test
  void rollback_on_and_dont_rollback_on_mean_what_they_mean_for_a_method() throws Exception {
    assertThat(statusAfter(new Exception())).isEqualTo(Status.STATUS_COMMITTED);
    assertThat(statusAfter(new FileNotFoundException())).isEqualTo(Status.STATUS_ROLLEDBACK);
    assertThat(statusAfter(new NumberFormatException())).isEqualTo(Status.STATUS_COMMITTED);
  }

  @Test
  void it_is_rolled_back_where_it_was_marked_so() throws Exception {
    CompletableFuture<String> shown = methodReturns();
    own.setRollbackOnly();
    stage.complete("a");
    assertThat(shown).isCompletedWithValue("a");
    assertThat(own.getStatus()).isEqualTo(Status.STATUS_ROLLEDBACK);
  }

  @Test
  void the_stage_fails_where_the_commit_does() throws Exception {
    own.registerSynchronization(new RefusingSynchronization());
    CompletableFuture<String> shown = methodReturns();
    stage.complete("a");
    assertThatThrownBy(shown::join).hasCauseInstanceOf(RollbackException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_thread_that_completes_the_stage_has_its_own_transaction_back(boolean same)
      throws Exception {
    CompletableFuture<String> shown = methodReturns();
    if (same) {
      manager.resume(own);
    } else {
      manager.begin();
    }
    Transaction there = manager.getTransaction();
    stage.complete("a");
    assertThat(shown).isCompletedWithValue("a");
    assertThat(manager.getTransaction()).isEqualTo(same ? null : there);
  }

  private CompletableFuture<String> methodReturns() throws Exception {
    CompletableFuture<String> shown = stages.ending(stage, DECLARED).toCompletableFuture();
    assertThat(manager.getTransaction()).isNotNull().isNotEqualTo(own);
    manager.commit();
    return shown;
  }

  private int statusAfter(Throwable failure) throws Exception {
    if (manager.getTransaction() == null) {
      begin();
    }
    CompletableFuture<String> failed = CompletableFuture.<String>failedFuture(failure);
    CompletableFuture<String> shown =
        stages.ending(failed.thenApply(x -> x), DECLARED).toCompletableFuture();
    manager.commit();
    assertThatThrownBy(shown::join).hasCause(failure);
    return own.getStatus();
  }

  private static final class RefusingSynchronization implements Synchronization {
    @Override
    public void beforeCompletion() {
      throw new IllegalStateException("refused");
    }

    @Override
    public void afterCompletion(int status) {}
  }
}
