package org.asynclocal.it.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionalException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.transactions.TransactionTest;
import org.asynclocal.it.transactions.TransactionWars;
import org.asynclocal.it.transactions.Unit;
import org.asynclocal.it.transactions.Work;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("On Payara, a transaction with a data source with XA")
class XaIT extends TransactionTest {
  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-xa").addClass(XaDatabase.class);
  }

  @Test
  @DisplayName("has a task's rows where the method was the first to use the data source")
  void methodFirst() throws Exception {
    work.required(
        () -> {
          rows.insert(unit, "method");
          return insertInTask();
        });
    assertThat(rows.steps(unit)).containsExactly("method", "task");
  }

  @Test
  @DisplayName("rolls a task's rows back where the method was the first to use the data source")
  void rolledBack() {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      rows.insert(unit, "method");
                      insertInTask();
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  @Test
  @DisplayName("can't be committed by a method where a task was the first to use the data source")
  void taskFirst() {
    assertThatThrownBy(() -> work.required(this::insertInTask))
        .isInstanceOf(TransactionalException.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  @Test
  @DisplayName("gives the transaction's value to a completion callback, with the status")
  void told() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    work.required(
        () -> {
          Unit.NAME.onCompletion((value, status) -> seen.add(status + " " + value));
          rows.insert(unit, "method");
          Unit.NAME.set(unit);
          Unit.NAME.onCompletion((value, status) -> seen.add(status + " " + value));
          return null;
        });
    String told = Status.STATUS_COMMITTED + " " + unit;
    assertThat(seen).containsExactly(told, told);
    assertThat(Unit.NAME.isBound()).isFalse();
  }

  @Test
  @DisplayName("is committed by the thread that completes the method's stage, with all rows")
  void stage() throws Exception {
    CompletableFuture<String> gate = new CompletableFuture<>();
    CompletionStage<String> result = work.requiredStage(() -> insertInBoth(gate));
    assertThat(rows.steps(unit)).isEmpty();
    gate.complete("done");
    assertThat(result.toCompletableFuture().get(60, TimeUnit.SECONDS)).isEqualTo("done");
    assertThat(rows.steps(unit)).containsExactly("method", "task");
  }

  @Test
  @DisplayName("is rolled back by the thread that fails the method's stage, with all rows")
  void failedStage() {
    CompletableFuture<String> gate = new CompletableFuture<>();
    CompletionStage<String> result =
        work.requiredStage(
            () ->
                insertInBoth(gate)
                    .thenApply(
                        x -> {
                          throw new Work.Harmless();
                        }));
    gate.complete("done");
    assertThatThrownBy(() -> result.toCompletableFuture().get(60, TimeUnit.SECONDS))
        .hasCauseInstanceOf(Work.Harmless.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  private CompletableFuture<String> insertInBoth(CompletableFuture<String> gate) {
    rows.insert(unit, "method");
    return work.executor()
        .copy(gate)
        .thenApplyAsync(
            x -> {
              rows.insert(unit, "task");
              return x;
            });
  }

  private boolean insertInTask() throws Exception {
    work.executor().runAsync(() -> rows.insert(unit, "task")).get(60, TimeUnit.SECONDS);
    return true;
  }
}
