package org.asynclocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextSnapshotTest {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("a");
  private final AsyncLocalStorage<String> other = AsyncLocalStorage.named("b");

  @AfterEach
  void leaveTheThreadAsItWas() {
    storage.disable();
    other.disable();
  }

  private ContextSnapshot capturedIn(String value) {
    return storage.<ContextSnapshot, RuntimeException>call(value, AsyncLocalStorage::snapshot);
  }

  @Test
  void a_replay_puts_all_captured_storages_in_force() {
    ContextSnapshot both =
        storage.<ContextSnapshot, RuntimeException>call(
            "1",
            () -> other.<ContextSnapshot, RuntimeException>call("2", AsyncLocalStorage::snapshot));
    both.run(
        () -> {
          assertThat(storage.getStore()).isEqualTo("1");
          assertThat(other.getStore()).isEqualTo("2");
        });
    assertThat(storage.isBound() || other.isBound()).isFalse();
  }

  @Test
  void a_replay_replaces_and_does_not_overlay() {
    ContextSnapshot captured = capturedIn("A");
    other.run("2", () -> captured.run(() -> assertThat(other.isBound()).isFalse()));
  }

  @Test
  void a_snapshot_of_nothing_clears() {
    ContextSnapshot nothing = AsyncLocalStorage.snapshot();
    storage.run(
        "B",
        () -> {
          nothing.run(() -> assertThat(storage.isBound()).isFalse());
          assertThat(storage.getStore()).isEqualTo("B");
        });
  }

  @Test
  void a_storage_made_after_the_capture_is_absent_inside() {
    ContextSnapshot captured = capturedIn("A");
    AsyncLocalStorage<String> later = AsyncLocalStorage.create();
    later.run("V", () -> captured.run(() -> assertThat(later.isBound()).isFalse()));
  }

  @Test
  void the_end_of_a_replay_restores_all_storages_whatever_was_entered() {
    ContextSnapshot captured = capturedIn("A");
    storage.run(
        "B",
        () -> {
          captured.run(
              () -> {
                storage.enterWith("X");
                other.enterWith("Y");
              });
          assertThat(storage.getStore()).isEqualTo("B");
          assertThat(other.isBound()).isFalse();
        });
  }

  @Test
  void what_is_entered_in_one_replay_is_not_in_the_next() {
    ContextSnapshot captured = capturedIn("A");
    captured.run(() -> storage.enterWith("X"));
    captured.run(() -> assertThat(storage.getStore()).isEqualTo("A"));
  }

  @Test
  void an_exception_passes_and_the_thread_is_restored() {
    ContextSnapshot captured = capturedIn("A");
    IOException thrown = new IOException();
    storage.enterWith("B");
    assertThatThrownBy(
            () ->
                captured.run(
                    () -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(storage.getStore()).isEqualTo("B");
  }

  @Test
  void references_are_captured_and_not_copies() {
    AsyncLocalStorage<List<Integer>> list = AsyncLocalStorage.create();
    List<Integer> store = new ArrayList<>(List.of(1));
    ContextSnapshot captured =
        list.<ContextSnapshot, RuntimeException>call(store, AsyncLocalStorage::snapshot);
    store.add(2);
    captured.run(() -> assertThat(list.getStore()).containsExactly(1, 2));
  }

  @Test
  void bound_functions_of_every_kind_run_with_the_captured_values() throws Exception {
    List<String> seen = new ArrayList<>();
    storage.enterWith("A");
    Runnable runnable = AsyncLocalStorage.bindRunnable(() -> seen.add("0" + storage.getStore()));
    Callable<String> callable = AsyncLocalStorage.bindCallable(() -> "1" + storage.getStore());
    Supplier<String> supplier = AsyncLocalStorage.bindSupplier(() -> "2" + storage.getStore());
    Function<String, String> function =
        AsyncLocalStorage.bindFunction(argument -> argument + storage.getStore());
    BiFunction<String, String, String> biFunction =
        AsyncLocalStorage.bindBiFunction((left, right) -> left + right + storage.getStore());
    storage.enterWith("B");
    runnable.run();
    seen.add(callable.call());
    seen.add(supplier.get());
    seen.add(function.apply("3"));
    seen.add(biFunction.apply("4", "-"));
    AsyncLocalStorage.<String>bindConsumer(argument -> seen.add(argument + storage.getStore()))
        .accept("5");
    AsyncLocalStorage.<String, String>bindBiConsumer(
            (left, right) -> seen.add(left + right + storage.getStore()))
        .accept("6", "-");
    assertThat(seen).containsExactly("0A", "1A", "2A", "3A", "4-A", "5B", "6-B");
    assertThat(storage.getStore()).isEqualTo("B");
  }

  @Test
  void a_bound_task_may_be_called_often_and_on_any_thread() throws Exception {
    Callable<String> bound = capturedIn("A").bindCallable(() -> "" + storage.getStore());
    assertThat(bound.call()).isEqualTo("A");
    assertThat(bound.call()).isEqualTo("A");
    assertThat(Threads.onNewThread(bound)).isEqualTo("A");
  }

  @Test
  void a_wrapped_executor_runs_its_tasks_with_the_captured_values() {
    List<String> seen = new ArrayList<>();
    capturedIn("A").bindExecutor(Runnable::run).execute(() -> seen.add("" + storage.getStore()));
    assertThat(seen).containsExactly("A");
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_wrapped_thread_factory_makes_threads_with_the_captured_values() throws Exception {
    List<String> seen = new ArrayList<>();
    Thread thread =
        capturedIn("A")
            .bindThreadFactory(Thread::new)
            .newThread(() -> seen.add("" + storage.getStore()));
    assertThat(thread).isNotNull();
    thread.start();
    thread.join(20_000);
    assertThat(seen).containsExactly("A");
  }
}
