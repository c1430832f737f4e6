package org.asynclocal.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asynclocal.it.support.Waiting.get;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A transactional method that returns a stage: its transaction ends with the stage. */
public abstract class StageContract extends TransactionTest {
  @Test
  @DisplayName("commits when the stage is complete, not when the method returns")
  void commits() throws Exception {
    CompletableFuture<Integer> gate = work.executor().newIncompleteFuture();
    CompletionStage<Integer> stage = work.requiredStage(() -> writing(gate));
    assertThat(work.key()).as("the caller's transaction afterwards").isEqualTo("null");
    assertThat(rows.steps(unit)).isEmpty();
    gate.complete(1);
    assertThat(get(stage)).isEqualTo(1);
    assertThat(rows.steps(unit)).containsExactly("inline", "task");
  }

  @Test
  @DisplayName("rolls back when the stage fails")
  void rollsBack() {
    CompletionStage<Integer> stage =
        work.requiredStage(() -> failing(new IllegalArgumentException("x")));
    assertThatThrownBy(() -> get(stage))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  @Test
  @DisplayName("commits when the stage fails with what dontRollbackOn names")
  void dontRollbackOn() {
    CompletionStage<Integer> stage = work.tolerantStage(() -> failing(new Work.Harmless()));
    assertThatThrownBy(() -> get(stage)).hasCauseInstanceOf(Work.Harmless.class);
    assertThat(rows.steps(unit)).containsExactly("task");
  }

  @Test
  @DisplayName("commits when the stage fails with a checked exception")
  void checked() {
    CompletionStage<Integer> stage = work.requiredStage(() -> failing(new Work.Grave()));
    assertThatThrownBy(() -> get(stage)).hasCauseInstanceOf(Work.Grave.class);
    assertThat(rows.steps(unit)).containsExactly("task");
  }

  @Test
  @DisplayName("rolls back when the stage fails with what rollbackOn names")
  void rollbackOn() {
    CompletionStage<Integer> stage = work.strictStage(() -> failing(new Work.Grave()));
    assertThatThrownBy(() -> get(stage)).hasCauseInstanceOf(Work.Grave.class);
    assertThat(rows.steps(unit)).isEmpty();
  }

  @Test
  @DisplayName("that joins a transaction leaves its end to the outer one")
  void joined() throws Exception {
    work.required(
        () -> {
          String key = work.key();
          get(work.requiredStage(() -> writing(work.executor().completedFuture(1))));
          assertThat(work.key()).isEqualTo(key);
          assertThat(outside()).isEmpty();
          return null;
        });
    assertThat(rows.steps(unit)).containsExactly("inline", "task");
  }

  @Test
  @DisplayName("with a transaction of its own leaves the outer one as it was")
  void requiresNew() throws Exception {
    assertThatThrownBy(
            () ->
                work.required(
                    () -> {
                      String key = work.key();
                      get(work.requiresNewStage(() -> writing(work.executor().completedFuture(1))));
                      assertThat(work.key()).isEqualTo(key);
                      throw new Work.Harmless();
                    }))
        .isInstanceOf(Work.Harmless.class);
    assertThat(rows.steps(unit)).containsExactly("inline", "task");
  }

  private java.util.List<String> outside() throws Exception {
    return work.notSupported(() -> rows.steps(unit));
  }

  private CompletionStage<Integer> writing(CompletableFuture<Integer> gate) {
    return gate.thenApplyAsync(
            x -> {
              rows.insert(unit, "task");
              return x;
            })
        .thenApply(
            x -> {
              rows.insert(unit, "inline");
              return x;
            });
  }

  private CompletionStage<Integer> failing(Throwable failure) {
    return work.executor()
        .supplyAsync(
            () -> {
              rows.insert(unit, "task");
              throw new CompletionException(failure);
            });
  }
}
