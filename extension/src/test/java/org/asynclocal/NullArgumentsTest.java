package org.asynclocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Calls as a caller whose build checks no nulls. */
@NullUnmarked
class NullArgumentsTest {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("a");

  @Test
  void a_null_operation_is_refused_by_name_before_anything_is_bound() {
    assertThatNullPointerException().isThrownBy(() -> storage.run("A", null)).withMessage("op");
    assertThatNullPointerException().isThrownBy(() -> storage.call("A", null)).withMessage("op");
    assertThatNullPointerException().isThrownBy(() -> storage.exit(null)).withMessage("op");
    assertThatNullPointerException().isThrownBy(() -> storage.exitCall(null)).withMessage("op");
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_null_name_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.named(null))
        .withMessage("name");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.builder().name(null))
        .withMessage("name");
  }

  @Test
  void nulls_are_refused_by_name_when_they_are_bound() {
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.bindRunnable(null))
        .withMessage("task");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.bindCallable(null))
        .withMessage("task");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.bindSupplier(null))
        .withMessage("supplier");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.bindFunction(null))
        .withMessage("function");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.bindConsumer(null))
        .withMessage("consumer");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.bindBiFunction(null))
        .withMessage("function");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.bindBiConsumer(null))
        .withMessage("consumer");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.snapshot().run(null))
        .withMessage("op");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.snapshot().call(null))
        .withMessage("op");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.snapshot().wrapExecutor(null))
        .withMessage("executor");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.snapshot().wrapThreadFactory(null))
        .withMessage("factory");
  }
}
