package org.asynclocal.it.quarkus.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.Status;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.transactions.TransactionTest;
import org.asynclocal.it.transactions.Work;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("On Quarkus, which carries transactions itself")
class LateTaskTest extends TransactionTest {
  private CompletableFuture<Integer> late = new CompletableFuture<>();

  @Test
  @DisplayName("nothing refuses a task after the commit, and its row stays outside of it")
  void afterCommit() throws Exception {
    CompletableFuture<Integer> gate = work.executor().newIncompleteFuture();
    work.required(() -> handOver(gate));
    gate.complete(1);
    assertThat(late.get(60, TimeUnit.SECONDS)).isEqualTo(Status.STATUS_COMMITTED);
    assertThat(rows.steps(unit)).containsExactly("late");
  }

  @Test
  @DisplayName("a task after the rollback runs, and only the data source refuses its row")
  void afterRollback() {
    CompletableFuture<Integer> gate = work.executor().newIncompleteFuture();
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      handOver(gate);
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    gate.complete(1);
    assertThatThrownBy(() -> late.get(60, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(SQLException.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  private boolean handOver(CompletableFuture<Integer> gate) {
    late = gate.thenApplyAsync(x -> writeLate());
    return true;
  }

  /** Gives the status of the transaction that the thread is in meanwhile. */
  private int writeLate() {
    rows.insert(unit, "late");
    return work.registry().getTransactionStatus();
  }
}
