package org.asynclocal.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asynclocal.cdi.StorageName;
import org.asynclocal.it.support.Reports;
import org.asynclocal.transaction.TransactionLocalStorage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The value that lives with the transaction. */
@SuppressWarnings("NullAway.Init") // injected
public abstract class TransactionLocalStorageContract extends TransactionTest {
  private final List<@Nullable String> seen = new CopyOnWriteArrayList<>();

  @Inject
  @StorageName("injected")
  TransactionLocalStorage<String> injected;

  @Test
  @DisplayName("is the same in every task that the transaction is carried to, and in their stages")
  void carried() throws Exception {
    work.required(
        () -> {
          Unit.NAME.set(unit);
          String key = work.key();
          get(
              work.executor()
                  .runAsync(() -> see(key))
                  .thenRunAsync(() -> see(key))
                  .thenRun(() -> see(key)));
          see(key);
          return null;
        });
    assertThat(seen).containsExactly(unit, unit, unit, unit);
  }

  @Test
  @DisplayName("is seen by the caller when a task set it")
  void setByTask() throws Exception {
    String value =
        work.required(
            () -> {
              get(work.executor().runAsync(() -> Unit.NAME.set(unit)));
              return Unit.NAME.getStore();
            });
    assertThat(value).isEqualTo(unit);
  }

  @Test
  @DisplayName("is shared by name where the storage is injected, and lives with the transaction")
  void injected() throws Exception {
    assertThat(work.injected()).isSameAs(injected);
    String value =
        work.required(
            () -> {
              injected.set(unit);
              return get(work.executor().supplyAsync(() -> work.injected().getStore()));
            });
    assertThat(value).isEqualTo(unit);
    assertThat(injected.isBound()).isFalse();
  }

  @Test
  @DisplayName("is another one in REQUIRES_NEW, on the caller's thread and in a task")
  void requiresNew() throws Exception {
    work.required(
        () -> {
          Unit.NAME.set(unit);
          inner();
          get(work.executor().supplyAsync(this::inner));
          return seen.add(Unit.NAME.getStore());
        });
    assertThat(seen).containsExactly(null, "inner", unit, null, "inner", unit, unit);
  }

  @Test
  @DisplayName("is none in NOT_SUPPORTED, on the caller's thread and in a task")
  void notSupported() throws Exception {
    work.required(
        () -> {
          Unit.NAME.set(unit);
          seen.add(work.notSupported(Unit.NAME::getStore));
          get(work.executor().supplyAsync(() -> seen.add(outside())));
          return seen.add(Unit.NAME.getStore());
        });
    assertThat(seen).containsExactly(null, null, unit);
  }

  @Test
  @DisplayName("is there before a commit, and after it where the server keeps it, with the status")
  void committed() throws Exception {
    work.required(
        () -> {
          Unit.NAME.set(unit);
          work.registry().registerInterposedSynchronization(new Watching());
          return null;
        });
    assertThat(seen).containsExactly("before " + unit, Status.STATUS_COMMITTED + " " + after());
  }

  @Test
  @DisplayName("is there after a rollback where the server keeps it, with the status")
  void rolledBack() {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      work.registry().registerInterposedSynchronization(new Watching());
                      Unit.NAME.set(unit);
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    assertThat(seen).containsExactly(Status.STATUS_ROLLEDBACK + " " + after());
  }

  @Test
  @DisplayName("is given to a completion callback after a commit, with the status")
  void toldCommit() throws Exception {
    work.required(
        () -> {
          watch();
          Unit.NAME.set("first");
          get(work.executor().runAsync(() -> Unit.NAME.set(unit)));
          return null;
        });
    assertThat(seen).containsExactly(Status.STATUS_COMMITTED + " " + unit);
  }

  @Test
  @DisplayName("is given to a completion callback after a rollback, with the status")
  void toldRollback() {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      Unit.NAME.set(unit);
                      watch();
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    assertThat(seen).containsExactly(Status.STATUS_ROLLEDBACK + " " + unit);
  }

  @Test
  @DisplayName("is given to a completion callback on the thread whose stage ends the transaction")
  void toldByStage() throws Exception {
    CompletableFuture<String> gate = new CompletableFuture<>();
    CompletionStage<String> result =
        work.requiredStage(
            () -> {
              Unit.NAME.set(unit);
              watch();
              return work.executor().copy(gate);
            });
    assertThat(seen).isEmpty();
    assertThat(Unit.NAME.isBound()).isFalse();
    gate.complete("done");
    get(result);
    assertThat(seen).containsExactly(Status.STATUS_COMMITTED + " " + unit);
  }

  @Test
  @DisplayName("is not there in a transaction that a completion callback begins")
  void callbackBegins() throws Exception {
    work.required(
        () -> {
          Unit.NAME.set(unit);
          Unit.NAME.onCompletion((value, status) -> inner());
          watch();
          return null;
        });
    assertThat(seen).contains(null, "inner", Status.STATUS_COMMITTED + " " + unit);
    assertThat(Unit.NAME.isBound()).isFalse();
  }

  @Test
  @DisplayName("is gone although a completion callback throws, and the other callbacks are called")
  void callbackThrows() throws Exception {
    try (Reports reports = new Reports()) {
      work.required(
          () -> {
            Unit.NAME.set(unit);
            watch();
            Unit.NAME.onCompletion(
                (value, status) -> {
                  throw new Work.Harmless();
                });
            watch();
            return null;
          });
      assertThat(reports.of("ASYNCLOCAL-157")).singleElement().asString().contains("'unit'");
    }
    String told = Status.STATUS_COMMITTED + " " + unit;
    assertThat(seen).containsExactly(told, told);
    assertThat(Unit.NAME.isBound()).isFalse();
    assertThat(work.<Boolean>required(Unit.NAME::isBound)).isFalse();
  }

  @Test
  @DisplayName("is gone after the transaction, and the next one starts without")
  void gone() throws Exception {
    work.required(
        () -> {
          Unit.NAME.set(unit);
          return null;
        });
    assertThat(Unit.NAME.isBound()).isFalse();
    assertThat(work.<Boolean>required(Unit.NAME::isBound)).isFalse();
  }

  @Test
  @DisplayName("can't be set without a transaction")
  void refused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Unit.NAME.set(unit))
        .withMessageContaining("ASYNCLOCAL-150");
  }

  @Test
  @DisplayName("names the row that a task writes, which is committed with the transaction")
  void rowCommitted() throws Exception {
    work.required(
        () -> {
          Unit.NAME.set(unit);
          get(work.executor().runAsync(this::insertForUnit));
          return null;
        });
    assertThat(rows.steps(unit)).containsExactly("task");
  }

  @Test
  @DisplayName("names the row that a task writes, which is rolled back with the transaction")
  void rowRolledBack() {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      Unit.NAME.set(unit);
                      get(work.executor().runAsync(this::insertForUnit));
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  /** Payara takes the transaction off the thread before afterCompletion. */
  private String after() {
    return LateRows.isPayara() ? "null" : unit;
  }

  private void watch() {
    Unit.NAME.onCompletion((value, status) -> seen.add(status + " " + value));
  }

  private void see(String key) {
    assertThat(work.key()).isEqualTo(key);
    seen.add(Unit.NAME.getStore());
  }

  private void insertForUnit() {
    rows.insert(String.valueOf(Unit.NAME.getStore()), "task");
  }

  private boolean inner() {
    try {
      work.requiresNew(
          () -> {
            seen.add(Unit.NAME.getStore());
            Unit.NAME.set("inner");
            return seen.add(Unit.NAME.getStore());
          });
      return seen.add(Unit.NAME.getStore());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable String outside() {
    try {
      return work.<@Nullable String>notSupported(Unit.NAME::getStore);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Watching implements Synchronization {
    @Override
    public void beforeCompletion() {
      seen.add("before " + Unit.NAME.getStore());
    }

    @Override
    public void afterCompletion(int status) {
      seen.add(status + " " + Unit.NAME.getStore());
    }
  }
}
