package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@ArquillianTest
@DisplayName("The caller's transaction")
class TransactionIT {
  @Inject Executors executors;
  @Inject Ledger ledger;
  @Inject UserTransaction transaction;

  private final String entry = UUID.randomUUID().toString();

  @Deployment
  static WebArchive war() {
    return Wars.withTests(
        "transaction", Executors.class, Users.class, Handoffs.class, Ledger.class, Unit.class);
  }

  @BeforeEach
  void begin() throws Exception {
    ledger.create();
    transaction.begin();
  }

  @AfterEach
  void end() throws Exception {
    if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      transaction.rollback();
    }
  }

  @Test
  @Tag(Needs.SHARED_TRANSACTION)
  @DisplayName("is the same by the server's key, on every kind of handoff and on any thread")
  void carried() throws Exception {
    String key = ledger.key();
    var seen = Handoffs.look(executors.plain, executors.context, ledger::key);
    assertThat(key).isNotEqualTo("null");
    assertThat(seen).allSatisfy((handoff, other) -> assertThat(other).as(handoff).isEqualTo(key));
    assertThat(ledger.key()).as("the caller's afterwards").isEqualTo(key);
  }

  @Test
  @DisplayName("is none where the type is cleared, and the caller keeps its own")
  void cleared() throws Exception {
    String key = ledger.key();
    var seen = Handoffs.look(executors.cleared, executors.clearedContext, ledger::key);
    assertThat(seen)
        .allSatisfy((handoff, other) -> assertThat(other).as(handoff).isEqualTo("null"));
    assertThat(ledger.key()).isEqualTo(key);
  }

  @Test
  @Tag(Needs.SHARED_TRANSACTION)
  @DisplayName("commits what a worker wrote")
  void commit() throws Exception {
    get(executors.plain.runAsync(() -> ledger.write(entry)));
    transaction.commit();
    assertThat(ledger.has(entry)).isTrue();
  }

  @Test
  @Tag(Needs.SHARED_TRANSACTION)
  @DisplayName("rolls back what a worker wrote")
  void rollback() throws Exception {
    get(executors.plain.runAsync(() -> ledger.write(entry)));
    transaction.rollback();
    assertThat(ledger.has(entry)).isFalse();
  }

  @Test
  @Tag(Needs.SHARED_TRANSACTION)
  @DisplayName("sees that a worker marked it for rollback")
  void rollbackOnly() throws Exception {
    get(
        executors.plain.submit(
            () -> {
              ledger.transaction.setRollbackOnly();
              return null;
            }));
    assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
  }

  @Test
  @Tag(Needs.SHARED_TRANSACTION)
  @DisplayName(
      "is another one in a worker's REQUIRES_NEW, which commits alone, and is back after it")
  void requiresNew() throws Exception {
    String key = ledger.key();
    List<String> keys =
        get(
            executors.plain.supplyAsync(
                () -> {
                  ledger.write(entry + " outer");
                  return List.of(ledger.writeInNew(entry), ledger.key());
                }));
    transaction.rollback();
    assertThat(keys.get(0)).isNotIn("null", key);
    assertThat(keys.get(1)).isEqualTo(key);
    assertThat(ledger.has(entry)).isTrue();
    assertThat(ledger.has(entry + " outer")).isFalse();
  }

  @Test
  @Tag(Needs.SHARED_TRANSACTION)
  @DisplayName("is what its task writes in, beside a task that is in another one")
  void besideAnother() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch otherBegun = new CountDownLatch(1);
    CompletableFuture<Void> mine =
        executors.plain.runAsync(
            () -> {
              begun.countDown();
              Waiting.until(otherBegun);
              ledger.write(entry);
            });
    Waiting.until(begun);
    Runnable other =
        () -> {
          otherBegun.countDown();
          mine.join();
        };
    get(executors.cleared.runAsync(() -> inOwnTransaction(other)));
    transaction.commit();
    assertThat(ledger.has(entry)).isTrue();
  }

  @Test
  @Tag(Needs.SHARED_TRANSACTION)
  @DisplayName("has its scoped bean on the worker, the same instance")
  void scopedBean() throws Exception {
    String id = ledger.unit.id();
    assertThat(get(executors.plain.supplyAsync(ledger.unit::id))).isEqualTo(id);
  }

  @Test
  @DisplayName("has no scope on the worker where the type is cleared")
  void noScopedBean() {
    assertThatThrownBy(() -> get(executors.cleared.supplyAsync(ledger.unit::id)))
        .hasCauseInstanceOf(ContextNotActiveException.class);
  }

  @Test
  @Tag(Needs.SHARED_TRANSACTION)
  @DisplayName("leaves the transaction of the completing thread as it was")
  void completingThread() throws Exception {
    CompletableFuture<Integer> gate = executors.plain.newIncompleteFuture();
    CompletableFuture<String> stage = gate.thenApply(x -> ledger.key());
    String key = ledger.key();
    List<String> there = new ArrayList<>();
    Handoffs.onBobsThread(
        () ->
            inOwnTransaction(
                () -> {
                  there.add(ledger.key());
                  gate.complete(1);
                  there.add(ledger.key());
                }));
    assertThat(get(stage)).isEqualTo(key);
    assertThat(there.get(1)).isEqualTo(there.get(0)).isNotEqualTo(key);
  }

  @Test
  @Tag(Needs.SHARED_TRANSACTION)
  @DisplayName("is not there for a task that comes after its end: the task is refused")
  void late() throws Exception {
    CompletableFuture<Integer> gate = executors.plain.newIncompleteFuture();
    CompletableFuture<Void> late = gate.thenAcceptAsync(x -> ledger.write(entry));
    CompletableFuture<String> lateInline = gate.thenApply(x -> "ran");
    transaction.commit();
    gate.complete(1);
    assertThatThrownBy(() -> get(late)).hasMessageContaining("ASYNCLOCAL-107");
    assertThatThrownBy(() -> get(lateInline)).hasMessageContaining("ASYNCLOCAL-107");
    assertThat(ledger.has(entry)).isFalse();
  }

  @Test
  @Tag(Needs.SHARED_TRANSACTION)
  @DisplayName("refused on bob's thread leaves bob his identity and his transaction")
  void lateOnBobsThread() throws Exception {
    CompletableFuture<Integer> gate = executors.plain.newIncompleteFuture();
    CompletableFuture<String> stage =
        Users.as(Users.ALICE, () -> gate.thenApply(x -> Users.current()));
    transaction.commit();
    List<String> there = new ArrayList<>();
    Handoffs.onBobsThread(
        () ->
            inOwnTransaction(
                () -> {
                  there.add(ledger.key());
                  gate.complete(1);
                  there.add(ledger.key());
                }));
    assertThatThrownBy(() -> get(stage)).hasMessageContaining("ASYNCLOCAL-107");
    assertThat(there.get(1)).isEqualTo(there.get(0));
  }

  @Test
  @DisabledIfSystemProperty(
      named = "asynclocal.it.server",
      matches = "GlassFish.*",
      disabledReason = "its connection pool fails in tasks that each begin a transaction and write")
  @DisplayName("that a task begins itself and leaves open is rolled back and not the next task's")
  void leftOpen() throws Exception {
    transaction.rollback();
    BlockingQueue<Integer> ends = new LinkedBlockingQueue<>();
    Handoffs.onEveryWorker(
        executors.plain::supplyAsync,
        () -> {
          beginOwn();
          ledger.onEnd(ends::add);
          ledger.write(entry);
          return null;
        });
    assertThat(ends.poll(Waiting.SECONDS, TimeUnit.SECONDS)).isEqualTo(Status.STATUS_ROLLEDBACK);
    assertThat(Handoffs.onBareWorkers(executors.unchanged, ledger::key)).containsExactly("null");
    assertThat(ledger.has(entry)).isFalse();
  }

  private void beginOwn() {
    try {
      ledger.transaction.begin();
    } catch (NotSupportedException | SystemException e) {
      throw new IllegalStateException(e);
    }
  }

  private void inOwnTransaction(Runnable action) {
    beginOwn();
    try {
      try {
        action.run();
      } finally {
        ledger.transaction.rollback();
      }
    } catch (SystemException e) {
      throw new IllegalStateException(e);
    }
  }
}
