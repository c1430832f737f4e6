package org.asynclocal.it.quarkus.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.asynclocal.it.transactions.TransactionTest;
import org.asynclocal.it.transactions.Unit;
import org.asynclocal.it.transactions.Work;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The stages begin when the method is over: its thread has left the transaction by then. */
@QuarkusTest
@DisplayName("On Quarkus, a transactional method that returns a Uni")
@SuppressWarnings("NullAway.Init") // injected
class UniTest extends TransactionTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final CompletableFuture<Void> methodOver = new CompletableFuture<>();

  @Inject UniWork uniWork;

  @Test
  @DisplayName("commits when the Uni is complete, with the rows of every thread")
  void commits() {
    CompletableFuture<Integer> result =
        uniWork.required(this::writing).subscribeAsCompletionStage();
    assertThat(work.key()).as("the caller's transaction afterwards").isEqualTo("null");
    assertThat(rows.steps(unit)).isEmpty();
    methodOver.complete(null);
    assertThat(result.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(1);
    assertThat(rows.steps(unit)).containsExactly("method", "stage");
  }

  @Test
  @DisplayName("keeps the transaction's value in its stages")
  void value() {
    Uni<String> seen =
        uniWork.required(
            () -> {
              Unit.NAME.set(unit);
              return later(() -> String.valueOf(Unit.NAME.getStore()));
            });
    assertThat(result(seen)).isEqualTo(unit);
  }

  @Test
  @DisplayName("rolls back when the Uni fails")
  void rollsBack() {
    Uni<Integer> failing = uniWork.required(() -> failing(new IllegalArgumentException("x")));
    assertThatThrownBy(() -> result(failing)).isInstanceOf(IllegalArgumentException.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  @Test
  @DisplayName("commits when the Uni fails with what dontRollbackOn names")
  void dontRollbackOn() {
    Uni<Integer> failing = uniWork.tolerant(() -> failing(new Work.Harmless()));
    assertThatThrownBy(() -> result(failing)).isInstanceOf(Work.Harmless.class);
    assertThat(rows.steps(unit)).containsExactly("stage");
  }

  @Test
  @DisplayName("commits when the Uni fails with a checked exception")
  void checked() {
    Uni<Integer> failing = uniWork.required(() -> failing(new Work.Grave()));
    assertThatThrownBy(() -> result(failing))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(Work.Grave.class);
    assertThat(rows.steps(unit)).containsExactly("stage");
  }

  @Test
  @DisplayName("with a transaction of its own leaves the outer one as it was")
  void requiresNew() {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      String key = work.key();
                      result(uniWork.requiresNew(this::writing));
                      assertThat(work.key()).isEqualTo(key);
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    assertThat(rows.steps(unit)).containsExactly("method", "stage");
  }

  private Uni<Integer> writing() {
    rows.insert(unit, "method");
    return later(this::stage);
  }

  private int stage() {
    rows.insert(unit, "stage");
    return 1;
  }

  private Uni<Integer> failing(Throwable failure) {
    return later(this::stage).chain(written -> Uni.createFrom().failure(failure));
  }

  private <T> Uni<T> later(Supplier<T> stage) {
    return Uni.createFrom()
        .item(
            () -> {
              methodOver.orTimeout(60, TimeUnit.SECONDS).join();
              return stage.get();
            })
        .runSubscriptionOn(work.executor());
  }

  private <T> T result(Uni<T> returned) {
    methodOver.complete(null);
    return returned.await().atMost(LIMIT);
  }
}
