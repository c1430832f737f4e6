package org.asynclocal.it.quarkus.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.asynclocal.it.transactions.Rows;
import org.asynclocal.it.transactions.Unit;
import org.asynclocal.it.transactions.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("On Quarkus, a transactional method that returns a Uni")
@SuppressWarnings("NullAway.Init") // injected
class UniTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final String unit = UUID.randomUUID().toString();

  @Inject UniWork uniWork;
  @Inject Work work;
  @Inject Rows rows;

  @BeforeEach
  void table() {
    rows.createTable();
  }

  @Test
  @DisplayName("commits when the Uni is complete, with the rows of every thread")
  void commits() {
    CompletableFuture<Integer> gate = new CompletableFuture<>();
    CompletableFuture<Integer> result =
        uniWork.required(() -> writing(gate)).subscribeAsCompletionStage();
    assertThat(work.key()).as("the caller's transaction afterwards").isEqualTo("null");
    assertThat(rows.steps(unit)).isEmpty();
    work.executor().execute(() -> gate.complete(1));
    assertThat(result.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(1);
    assertThat(rows.steps(unit)).containsExactly("item", "task");
  }

  @Test
  @DisplayName("keeps the transaction's value in its stages")
  void value() {
    String seen =
        uniWork
            .required(
                () -> {
                  Unit.NAME.set(unit);
                  return Uni.createFrom()
                      .item(1)
                      .emitOn(work.executor())
                      .map(x -> String.valueOf(Unit.NAME.getStore()));
                })
            .await()
            .atMost(LIMIT);
    assertThat(seen).isEqualTo(unit);
  }

  @Test
  @DisplayName("rolls back when the Uni fails")
  void rollsBack() {
    Uni<Integer> failing = uniWork.required(() -> failing(new IllegalArgumentException("x")));
    assertThatThrownBy(() -> failing.await().atMost(LIMIT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  @Test
  @DisplayName("commits when the Uni fails with what dontRollbackOn names")
  void dontRollbackOn() {
    Uni<Integer> failing = uniWork.tolerant(() -> failing(new Work.Harmless()));
    assertThatThrownBy(() -> failing.await().atMost(LIMIT)).isInstanceOf(Work.Harmless.class);
    assertThat(rows.steps(unit)).containsExactly("item");
  }

  @Test
  @DisplayName("commits when the Uni fails with a checked exception")
  void checked() {
    Uni<Integer> failing = uniWork.required(() -> failing(new Work.Grave()));
    assertThatThrownBy(() -> failing.await().atMost(LIMIT))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(Work.Grave.class);
    assertThat(rows.steps(unit)).containsExactly("item");
  }

  @Test
  @DisplayName("with a transaction of its own leaves the outer one as it was")
  void requiresNew() {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      String key = work.key();
                      uniWork
                          .requiresNew(() -> writing(work.executor().completedFuture(1)))
                          .await()
                          .atMost(LIMIT);
                      assertThat(work.key()).isEqualTo(key);
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    assertThat(rows.steps(unit)).containsExactly("item", "task");
  }

  private Uni<Integer> writing(CompletableFuture<Integer> gate) {
    return Uni.createFrom()
        .completionStage(gate)
        .emitOn(work.executor())
        .invoke(() -> rows.insert(unit, "task"))
        .invoke(() -> rows.insert(unit, "item"));
  }

  private Uni<Integer> failing(Throwable failure) {
    Function<Integer, Uni<? extends Integer>> fail = x -> Uni.createFrom().failure(failure);
    return Uni.createFrom()
        .item(1)
        .emitOn(work.executor())
        .invoke(() -> rows.insert(unit, "item"))
        .chain(fail);
  }
}
