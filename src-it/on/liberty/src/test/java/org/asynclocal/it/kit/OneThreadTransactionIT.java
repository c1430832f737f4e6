package org.asynclocal.it.kit;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** In the suite's own package, for what that has. */
@ArquillianTest
@DisplayName("A transaction that the server keeps on one thread")
class OneThreadTransactionIT {
  @Inject Executors executors;
  @Inject Ledger ledger;
  @Inject OwnTransaction own;
  @Inject UserTransaction transaction;

  private final String entry = UUID.randomUUID().toString();

  @Deployment
  static WebArchive war() {
    return Wars.withTests(
        "one-thread",
        Executors.class,
        Users.class,
        Handoffs.class,
        Ledger.class,
        Unit.class,
        OwnTransaction.class);
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
  @DisplayName("is not carried to a task: the executor says so, and the transaction goes on")
  @SuppressWarnings("FutureReturnValueIgnored") // there is none
  void handOverRefused() throws Exception {
    ManagedExecutor plain = executors.plain;
    AtomicInteger ran = new AtomicInteger();
    Runnable run = ran::incrementAndGet;
    Callable<Integer> call = ran::incrementAndGet;
    Supplier<Integer> supply = ran::incrementAndGet;
    Map<String, Callable<?>> handOvers =
        Map.of(
            "execute", () -> executed(plain, run),
            "submit a runnable", () -> plain.submit(run),
            "submit a runnable with a result", () -> plain.submit(run, 1),
            "submit a callable", () -> plain.submit(call),
            "invokeAll", () -> plain.invokeAll(List.of(call)),
            "invokeAny", () -> plain.invokeAny(List.of(call)),
            "runAsync", () -> plain.runAsync(run),
            "supplyAsync", () -> plain.supplyAsync(supply),
            "plain future on the executor", () -> CompletableFuture.supplyAsync(supply, plain));
    handOvers.forEach(
        (name, handOver) ->
            assertThatThrownBy(handOver::call)
                .as(name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("ASYNCLOCAL-132", Executors.class.getName() + "/plain"));
    assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
    ledger.write(entry);
    transaction.commit();
    assertThat(ledger.has(entry)).isTrue();
    assertThat(get(plain.submit(ran::get))).as("tasks that ran").isZero();
  }

  private static int executed(ManagedExecutor executor, Runnable task) {
    executor.execute(task);
    return 1;
  }

  @Test
  @DisplayName("is there for stages and callbacks that run on its thread")
  void onItsThread() throws Exception {
    String key = ledger.key();
    CompletableFuture<String> inline =
        executors.plain.completedFuture(1).thenApply(x -> ledger.key());
    assertThat(get(inline)).isEqualTo(key);
    String bound = executors.context.contextualSupplier(ledger::key).get();
    assertThat(bound).isEqualTo(key);
    assertThat(ledger.key()).isEqualTo(key);
  }

  @Test
  @DisplayName(
      "is not carried to an asynchronous stage: registering it fails, and the former goes on")
  @SuppressWarnings("FutureReturnValueIgnored") // there is none
  void asynchronousStageRefused() throws Exception {
    CompletableFuture<Integer> open = executors.plain.newIncompleteFuture();
    AtomicInteger ran = new AtomicInteger();
    Map<String, Callable<?>> stages = new TreeMap<>(oneStage(open, ran));
    stages.putAll(twoStages(open, executors.plain.completedFuture(1), ran));
    stages.put("done already", () -> executors.plain.completedFuture(1).thenRunAsync(() -> {}));
    stages.put("on an executor", () -> open.thenRunAsync(() -> {}, executors.plain));
    stages.put("of a plain future", () -> captured().thenRunAsync(() -> {}, executors.plain));
    stages.forEach(
        (name, stage) ->
            assertThatThrownBy(stage::call)
                .as(name)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ASYNCLOCAL-132: An asynchronous stage"));
    open.complete(1);
    assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
    ledger.write(entry);
    transaction.commit();
    assertThat(ledger.has(entry)).isTrue();
    assertThat(get(executors.plain.submit(ran::get))).as("stages that ran").isZero();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // there is none
  private static Map<String, Callable<?>> oneStage(
      CompletableFuture<Integer> open, AtomicInteger ran) {
    return Map.of(
        "thenApplyAsync", () -> open.thenApplyAsync(x -> ran.incrementAndGet()),
        "thenAcceptAsync", () -> open.thenAcceptAsync(x -> ran.incrementAndGet()),
        "thenRunAsync", () -> open.thenRunAsync(ran::incrementAndGet),
        "thenComposeAsync",
            () -> open.thenComposeAsync(x -> completedFuture(ran.incrementAndGet())),
        "handleAsync", () -> open.handleAsync((x, e) -> ran.incrementAndGet()),
        "whenCompleteAsync", () -> open.whenCompleteAsync((x, e) -> ran.incrementAndGet()),
        "exceptionallyAsync", () -> open.exceptionallyAsync(e -> ran.incrementAndGet()),
        "exceptionallyComposeAsync",
            () -> open.exceptionallyComposeAsync(e -> completedFuture(ran.incrementAndGet())),
        "completeAsync", () -> open.completeAsync(ran::incrementAndGet));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // there is none
  private static Map<String, Callable<?>> twoStages(
      CompletableFuture<Integer> open, CompletableFuture<Integer> other, AtomicInteger ran) {
    return Map.of(
        "thenCombineAsync", () -> open.thenCombineAsync(other, (x, y) -> ran.incrementAndGet()),
        "thenAcceptBothAsync",
            () -> open.thenAcceptBothAsync(other, (x, y) -> ran.incrementAndGet()),
        "runAfterBothAsync", () -> open.runAfterBothAsync(other, ran::incrementAndGet),
        "applyToEitherAsync", () -> open.applyToEitherAsync(other, x -> ran.incrementAndGet()),
        "acceptEitherAsync", () -> open.acceptEitherAsync(other, x -> ran.incrementAndGet()),
        "runAfterEitherAsync", () -> open.runAfterEitherAsync(other, ran::incrementAndGet));
  }

  private CompletableFuture<Integer> captured() {
    return executors.context.withContextCapture(new CompletableFuture<>());
  }

  @Test
  @DisplayName("does not hinder an asynchronous stage that is cleared of it")
  void asynchronousStageCleared() throws Exception {
    CompletableFuture<String> stage =
        own.executor.completedFuture(1).thenApplyAsync(x -> ledger.key());
    assertThat(get(stage)).isEqualTo("null");
    assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
  }

  @Test
  @DisplayName("fails a stage that another thread runs, in the server's words, and is marked")
  void onAnotherThread() throws Exception {
    CompletableFuture<Integer> gate = executors.plain.newIncompleteFuture();
    CompletableFuture<String> stage = gate.thenApply(x -> ledger.key());
    get(own.executor.runAsync(() -> gate.complete(1)));
    assertThatThrownBy(() -> get(stage))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("WTRN0156E");
    assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
  }

  @Test
  @DisplayName("is another thread's while its own has suspended it, which sees its rollback")
  void suspended() throws Exception {
    String key = ledger.key();
    CompletableFuture<Integer> gate = executors.plain.newIncompleteFuture();
    CompletableFuture<String> stage = gate.thenApply(x -> keyAfterMark());
    TransactionManager manager = manager();
    Transaction suspended = manager.suspend();
    try {
      get(own.executor.runAsync(() -> gate.complete(1)));
      assertThat(get(stage)).isEqualTo(key);
    } finally {
      manager.resume(suspended);
    }
    assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_MARKED_ROLLBACK);
  }

  private String keyAfterMark() {
    try {
      ledger.transaction.setRollbackOnly();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    return ledger.key();
  }

  @Test
  @DisplayName("is not touched by a task that is cleared of it and has one of its own")
  void requiresNew() throws Exception {
    String other = entry + " other";
    ledger.write(entry);
    String key = ledger.key();
    String inTask = get(own.executor.supplyAsync(() -> own.write(other)));
    assertThat(inTask).startsWith("key ").isNotEqualTo(key);
    assertThat(ledger.key()).isEqualTo(key);
    transaction.rollback();
    assertThat(ledger.has(entry)).isFalse();
    assertThat(ledger.has(other)).isTrue();
  }

  @Test
  @DisplayName("is cleared by an executor that the server's own builder makes, unless told")
  void builder() throws Exception {
    ManagedExecutor built = ManagedExecutor.builder().build();
    try {
      assertThat(get(built.supplyAsync(ledger::key))).isEqualTo("null");
      assertThat(transaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
    } finally {
      built.shutdownNow();
    }
  }

  @Test
  @DisplayName("does not come back for a stage that runs after its end: the stage fails")
  void late() throws Exception {
    CompletableFuture<Integer> gate = executors.plain.newIncompleteFuture();
    AtomicInteger ran = new AtomicInteger();
    CompletableFuture<Integer> late = gate.thenApply(x -> ran.incrementAndGet());
    transaction.commit();
    gate.complete(1);
    assertThatThrownBy(() -> get(late)).hasCauseInstanceOf(RejectedExecutionException.class);
    assertThat(ran).hasValue(0);
  }

  @SuppressWarnings("BanJNDI") // the server's own name
  private static TransactionManager manager() throws NamingException {
    return InitialContext.doLookup("java:comp/TransactionManager");
  }
}
