package org.asynclocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
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
        .isThrownBy(() -> AsyncLocalStorage.named(null, "default"))
        .withMessage("name");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.named("name", null))
        .withMessage("defaultValue");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.create(null))
        .withMessage("defaultValue");
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
        .isThrownBy(() -> AsyncLocalStorage.snapshot().bindExecutor(null))
        .withMessage("executor");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.snapshot().bindThreadFactory(null))
        .withMessage("factory");
  }

  @Test
  void nulls_are_refused_by_name_where_a_value_is_required() {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    assertThatNullPointerException().isThrownBy(() -> storage.orElse(null)).withMessage("other");
    assertThatNullPointerException()
        .isThrownBy(() -> storage.orElseThrow(null))
        .withMessage("exception");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.where(null, "value"))
        .withMessage("storage");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.where(storage, "value").run(null))
        .withMessage("op");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.where(storage, "value").call(null))
        .withMessage("op");
  }

  @Test
  void a_null_executor_is_refused_by_name() {
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.propagating((Executor) null))
        .withMessage("executor");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.propagating((ExecutorService) null))
        .withMessage("executor");
    assertThatNullPointerException()
        .isThrownBy(() -> AsyncLocalStorage.propagating((ScheduledExecutorService) null))
        .withMessage("executor");
  }
}
