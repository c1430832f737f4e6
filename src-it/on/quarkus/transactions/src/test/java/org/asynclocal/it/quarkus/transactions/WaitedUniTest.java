package org.asynclocal.it.quarkus.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.transactions.TransactionTest;
import org.asynclocal.it.transactions.Unit;
import org.asynclocal.it.transactions.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The stage's thread is held where it always is for a moment: behind its result. */
@QuarkusTest
@DisplayName("On Quarkus, the thread of a Uni's stage")
@SuppressWarnings("NullAway.Init") // injected
class WaitedUniTest extends TransactionTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final CountDownLatch methodOver = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final CompletableFuture<String> keyInStage = new CompletableFuture<>();
  private final CompletableFuture<Thread> stageThread = new CompletableFuture<>();
  private final CompletableFuture<Integer> statusBehind = new CompletableFuture<>();
  private final List<Thread> completing = new CopyOnWriteArrayList<>();

  @Inject UniWork uniWork;

  @AfterEach
  void release() {
    methodOver.countDown();
    over.countDown();
  }

  @Test
  @DisplayName("is still in the transaction if that waited for the Uni: the commit fails")
  void waitedForThenCommit() {
    assertThatThrownBy(() -> work.required(this::waitFor)).isInstanceOf(RollbackException.class);
    stageWasNotRolledBack();
  }

  @Test
  @DisplayName("is still in the transaction if that waited for the Uni: its rollback leaves rows")
  void waitedForThenRollback() {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      waitFor();
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    stageWasNotRolledBack();
  }

  @Test
  @DisplayName("is still in the transaction if the Uni that is returned has its result by then")
  void returnedAtOnce() {
    Uni<Integer> failing = uniWork.required(this::begun);
    assertThatThrownBy(() -> failing.await().atMost(LIMIT))
        .hasRootCauseInstanceOf(RollbackException.class);
    stageWasNotRolledBack();
  }

  @Test
  @DisplayName("ends the transaction if the Uni that is returned has its result later")
  void returned() throws Exception {
    CompletableFuture<Integer> result =
        uniWork
            .required(
                () -> {
                  Unit.NAME.onCompletion((value, status) -> completing.add(Thread.currentThread()));
                  return writing(methodOver);
                })
            .subscribeAsCompletionStage();
    methodOver.countDown();
    result.get(60, TimeUnit.SECONDS);
    assertThat(completing).containsExactly(stageThread.get(60, TimeUnit.SECONDS));
    assertThat(statusBehind).as("the stage has left").isNotDone();
    assertThat(rows.steps(unit)).containsExactly("stage");
  }

  @Test
  @DisplayName("is in no transaction, if the Uni is made and waited for in NOT_SUPPORTED")
  void notSupported() {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      work.<Integer>notSupported(this::waitFor);
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    assertThat(keyInStage).isCompletedWithValue("null");
    assertThat(rows.steps(unit)).containsExactly("stage");
  }

  private int waitFor() {
    return writing(new CountDownLatch(0)).await().atMost(LIMIT);
  }

  private Uni<Integer> begun() {
    CompletableFuture<Integer> result = writing(new CountDownLatch(0)).subscribeAsCompletionStage();
    result.orTimeout(60, TimeUnit.SECONDS).join();
    return Uni.createFrom().completionStage(result);
  }

  /** The outcome of two threads in one transaction with Narayana and Agroal. */
  private void stageWasNotRolledBack() {
    assertThat(keyInStage.join()).startsWith("key ");
    assertThat(statusBehind).as("the stage has left").isNotDone();
    assertThat(rows.steps(unit)).containsExactly("stage");
    over.countDown();
    assertThatThrownBy(() -> statusBehind.get(60, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(SQLException.class);
    assertThat(rows.steps(unit)).containsExactly("stage");
  }

  /** Gives its result to whoever waits, and is then still at work on its thread. */
  private Uni<Integer> writing(CountDownLatch gate) {
    return Uni.createFrom()
        .<Integer>emitter(
            result -> {
              stageThread.complete(Thread.currentThread());
              keyInStage.complete(work.key());
              rows.insert(unit, "stage");
              until(gate);
              result.complete(1);
              behind();
            })
        .runSubscriptionOn(work.executor());
  }

  private void behind() {
    try {
      until(over);
      rows.insert(unit, "behind");
      statusBehind.complete(work.registry().getTransactionStatus());
    } catch (RuntimeException e) {
      statusBehind.completeExceptionally(e);
    }
  }

  private static void until(CountDownLatch latch) {
    try {
      assertThat(latch.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
