package org.asynclocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AsyncLocalStorageTest {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("a");
  private final AsyncLocalStorage<String> other = AsyncLocalStorage.named("b");
  private final AsyncLocalStorage<String> defaulted = AsyncLocalStorage.named("c", "default");

  @AfterEach
  void leaveTheThreadAsItWas() {
    storage.disable();
    other.disable();
    defaulted.disable();
  }

  @Test
  void a_new_storage_has_no_value() {
    assertThat(storage.getStore()).isNull();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void run_binds_the_value_inside_and_nothing_after() {
    storage.run("A", () -> assertThat(storage.getStore()).isEqualTo("A"));
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void call_hands_out_the_result_of_the_operation() {
    assertThat(storage.<String, RuntimeException>call("A", () -> storage.getStore() + "!"))
        .isEqualTo("A!");
  }

  @Test
  void an_inner_run_shadows_and_the_outer_value_comes_back() {
    storage.run(
        "outer",
        () -> {
          storage.run("inner", () -> assertThat(storage.getStore()).isEqualTo("inner"));
          assertThat(storage.getStore()).isEqualTo("outer");
        });
  }

  @Test
  void the_very_exception_of_the_operation_passes_and_the_value_is_restored() {
    IOException thrown = new IOException();
    assertThatThrownBy(
            () ->
                storage.run(
                    "A",
                    () -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void null_is_a_value_and_not_absence() {
    storage.run(
        "A",
        () ->
            storage.run(
                null,
                () -> {
                  assertThat(storage.getStore()).isNull();
                  assertThat(storage.isBound()).isTrue();
                }));
  }

  @Test
  void two_storages_of_one_name_are_two_storages() {
    AsyncLocalStorage<String> twin = AsyncLocalStorage.named("a");
    storage.run("A", () -> assertThat(twin.isBound()).isFalse());
    assertThat(twin.name()).isEqualTo(storage.name());
  }

  @Test
  void ending_one_storage_leaves_the_other() {
    storage.run(
        "1",
        () -> {
          other.run("2", () -> assertThat(storage.getStore()).isEqualTo("1"));
          assertThat(storage.getStore()).isEqualTo("1");
          assertThat(other.isBound()).isFalse();
        });
  }

  @Test
  void a_run_of_the_value_that_is_bound_already_restores_as_any_run() {
    storage.run(
        "A",
        () -> {
          storage.run("A", () -> storage.enterWith("B"));
          assertThat(storage.getStore()).isEqualTo("A");
        });
  }

  @Test
  void a_thousand_runs_nest() throws InterruptedException {
    AtomicInteger restored = new AtomicInteger();
    AtomicBoolean boundAfterwards = new AtomicBoolean(true);
    Runnable nesting =
        () -> {
          restored.set(nest(1000));
          boundAfterwards.set(storage.isBound());
        };
    // How much stack a call takes differs with the compiler that was at work on it.
    Thread deep = new Thread(null, nesting, "deep", 8 * 1024 * 1024);
    deep.start();
    deep.join();

    assertThat(restored).hasValue(1000);
    assertThat(boundAfterwards).isFalse();
  }

  private int nest(int levels) {
    if (levels == 0) {
      return 0;
    }
    String level = "level " + levels;
    return storage.<Integer, RuntimeException>call(
        level,
        () -> {
          int inner = nest(levels - 1);
          return level.equals(storage.getStore()) ? inner + 1 : inner;
        });
  }

  @Test
  void exit_hides_the_value_and_gives_it_back() {
    storage.run(
        "A",
        () -> {
          storage.exit(() -> assertThat(storage.isBound()).isFalse());
          assertThat(storage.getStore()).isEqualTo("A");
        });
  }

  @Test
  void exit_hides_the_default_too() {
    assertThat(defaulted.<String, RuntimeException>exitCall(() -> "" + defaulted.getStore()))
        .isEqualTo("null");
    assertThat(defaulted.getStore()).isEqualTo("default");
  }

  @Test
  void after_a_run_inside_exit_the_storage_is_without_value_again() {
    storage.run(
        "A",
        () ->
            storage.exit(
                () -> {
                  storage.run("B", () -> assertThat(storage.getStore()).isEqualTo("B"));
                  assertThat(storage.isBound()).isFalse();
                }));
  }

  @Test
  void exit_of_one_storage_leaves_the_other() {
    other.run("2", () -> storage.exit(() -> assertThat(other.getStore()).isEqualTo("2")));
  }

  @Test
  void enter_with_lasts_to_the_end_of_the_surrounding_run() {
    storage.run(
        "A",
        () -> {
          storage.enterWith("B");
          assertThat(storage.getStore()).isEqualTo("B");
        });
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void enter_with_survives_the_run_of_another_storage() {
    other.run("2", () -> storage.enterWith("B"));
    assertThat(storage.getStore()).isEqualTo("B");
    assertThat(other.isBound()).isFalse();
  }

  @Test
  void enter_with_null_hides_value_and_default() {
    defaulted.enterWith(null);
    assertThat(defaulted.getStore()).isNull();
    assertThat(defaulted.isBound()).isTrue();
  }

  @Test
  void the_default_shows_where_nothing_is_bound_and_is_no_binding() {
    assertThat(defaulted.getStore()).isEqualTo("default");
    assertThat(defaulted.isBound()).isFalse();
    defaulted.run("A", () -> assertThat(defaulted.getStore()).isEqualTo("A"));
    assertThat(defaulted.getStore()).isEqualTo("default");
  }

  @Test
  void disable_ends_the_binding_and_the_default_shows_again() {
    defaulted.run(
        "A",
        () -> {
          defaulted.disable();
          assertThat(defaulted.getStore()).isEqualTo("default");
          assertThat(defaulted.isBound()).isFalse();
        });
    assertThat(defaulted.getStore()).isEqualTo("default");
  }

  @Test
  void disable_ends_the_bindings_of_other_threads_and_of_snapshots() throws Exception {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      CountDownLatch bound = new CountDownLatch(1);
      CountDownLatch disabled = new CountDownLatch(1);
      Future<Boolean> elsewhere =
          worker.submit(
              () ->
                  storage.call(
                      "elsewhere",
                      () -> {
                        bound.countDown();
                        assertThat(disabled.await(20, TimeUnit.SECONDS)).isTrue();
                        return storage.isBound();
                      }));
      ContextSnapshot earlier =
          storage.<ContextSnapshot, RuntimeException>call("A", AsyncLocalStorage::snapshot);
      assertThat(bound.await(20, TimeUnit.SECONDS)).isTrue();
      storage.disable();
      disabled.countDown();
      assertThat(elsewhere.get(20, TimeUnit.SECONDS)).isFalse();
      earlier.run(() -> assertThat(storage.isBound()).isFalse());
    } finally {
      worker.shutdownNow();
    }
  }

  @Test
  void an_outer_binding_does_not_come_back_after_disable() {
    storage.run(
        "outer",
        () -> {
          storage.run("inner", storage::disable);
          assertThat(storage.isBound()).isFalse();
        });
  }

  @Test
  void a_disabled_storage_works_again_with_run_and_enter_with() {
    storage.run("A", storage::disable);
    storage.run("B", () -> assertThat(storage.getStore()).isEqualTo("B"));
    storage.enterWith("C");
    assertThat(storage.getStore()).isEqualTo("C");
  }

  @Test
  void a_run_after_disable_inside_a_run_leaves_nothing() {
    storage.run(
        "A",
        () -> {
          storage.disable();
          storage.run("B", () -> assertThat(storage.getStore()).isEqualTo("B"));
          assertThat(storage.isBound()).isFalse();
        });
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void what_is_entered_after_disable_inside_a_run_ends_with_that_run() {
    storage.run(
        "A",
        () -> {
          storage.disable();
          storage.enterWith("B");
        });
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void what_is_entered_between_two_disables_ends_with_the_run_around_it() throws Exception {
    ContextSnapshot after =
        Threads.onNewThread(
            () -> {
              storage.run(
                  "A",
                  () -> {
                    other.enterWith("B");
                    storage.disable();
                    storage.enterWith("C");
                    Threads.<@Nullable Void>onNewThread(this::disabled);
                  });
              other.disable();
              return AsyncLocalStorage.snapshot();
            });
    assertThat(after).hasToString("ContextSnapshot[0 bound]");
  }

  private @Nullable Void disabled() {
    storage.disable();
    return null;
  }

  @Test
  void disable_leaves_the_other_storages() {
    other.run(
        "2",
        () -> {
          storage.disable();
          assertThat(other.getStore()).isEqualTo("2");
        });
  }

  @Test
  void a_new_thread_that_nobody_manages_gets_nothing() throws Exception {
    storage.enterWith("A");
    assertThat(Threads.onNewThread(storage::isBound)).isFalse();
  }

  @Test
  void a_name_is_a_label_and_empty_without_one() {
    assertThat(storage.name()).isEqualTo("a");
    assertThat(AsyncLocalStorage.create().name()).isEmpty();
    assertThat(storage).hasToString("AsyncLocalStorage[a]");
  }

  @Test
  @DisplayName("returns another value where there is none")
  void another_value_where_there_is_none() {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();

    assertThat(storage.orElse("other")).isEqualTo("other");
    assertThat(storage.<String, RuntimeException>call("a", () -> storage.orElse("other")))
        .isEqualTo("a");
    assertThat(storage.<String, RuntimeException>call(null, () -> storage.orElse("other")))
        .isEqualTo("other");
  }

  @Test
  @DisplayName("fails where a value is required and there is none, and names the storage")
  void failure_where_there_is_none() {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.named("required");

    assertThatThrownBy(storage::orElseThrow)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("ASYNCLOCAL-008")
        .hasMessageContaining("'required'");
    assertThatThrownBy(() -> storage.orElseThrow(() -> new IOException("expected")))
        .isInstanceOf(IOException.class);
    assertThat(storage.<String, RuntimeException>call("a", storage::orElseThrow)).isEqualTo("a");
  }

  @Test
  @DisplayName("clears everything with the empty snapshot")
  void the_empty_snapshot_clears_everything() {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();

    storage.run(
        "a", () -> ContextSnapshot.empty().run(() -> assertThat(storage.isBound()).isFalse()));
  }
}
