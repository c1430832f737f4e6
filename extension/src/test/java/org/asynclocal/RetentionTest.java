package org.asynclocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.asynclocal.internal.binding.Garbage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values that the application can no longer reach are not held by the library either. */
class RetentionTest {
  private final AsyncLocalStorage<Object> storage = AsyncLocalStorage.create();
  private final AsyncLocalStorage<Object> other = AsyncLocalStorage.create();

  @Test
  void a_snapshot_does_not_hold_a_value_that_it_shadows() {
    WeakReference<Object> shadowed = new WeakReference<>(new Object());
    ContextSnapshot inner =
        storage.<ContextSnapshot, RuntimeException>call(
            shadowed.get(),
            () ->
                storage.<ContextSnapshot, RuntimeException>call(
                    "new", AsyncLocalStorage::snapshot));
    assertGone(shadowed);
    inner.run(() -> assertThat(storage.getStore()).isEqualTo("new"));
  }

  @Test
  void a_snapshot_does_not_hold_a_value_that_it_shadows_below_other_storages() {
    WeakReference<Object> shadowed = new WeakReference<>(new Object());
    ContextSnapshot inner =
        storage.<ContextSnapshot, RuntimeException>call(
            shadowed.get(),
            () ->
                other.<ContextSnapshot, RuntimeException>call(
                    "other",
                    () ->
                        storage.<ContextSnapshot, RuntimeException>call(
                            "new", AsyncLocalStorage::snapshot)));
    assertGone(shadowed);
    inner.run(() -> assertThat(other.getStore()).isEqualTo("other"));
  }

  @Test
  void a_snapshot_taken_inside_exit_does_not_hold_the_hidden_value() {
    WeakReference<Object> hidden = new WeakReference<>(new Object());
    ContextSnapshot inner =
        storage.<ContextSnapshot, RuntimeException>call(
            hidden.get(),
            () -> storage.<ContextSnapshot, RuntimeException>exitCall(AsyncLocalStorage::snapshot));
    assertGone(hidden);
    inner.run(() -> assertThat(storage.isBound()).isFalse());
  }

  @Test
  void a_thread_holds_no_value_after_run_scope_and_replay() {
    WeakReference<Object> value = new WeakReference<>(new Object());
    storage.run(value.get(), () -> AsyncLocalStorage.bindRunnable(() -> {}).run());
    openAndClose(value.get());
    assertGone(value);
  }

  private void openAndClose(@Nullable Object value) {
    try (Scope scope = storage.withScope(value)) {
      assertThat(scope).isNotNull();
    }
  }

  @Test
  void a_thread_holds_no_value_that_a_later_enter_with_replaced() {
    WeakReference<Object> value = new WeakReference<>(new Object());
    storage.enterWith(value.get());
    storage.enterWith("later");
    assertGone(value);
    storage.disable();
  }

  @Test
  void disable_lets_go_of_the_value_on_its_own_thread_at_once() {
    WeakReference<Object> value = new WeakReference<>(new Object());
    storage.enterWith(value.get());
    storage.disable();
    assertGone(value);
  }

  @Test
  void a_dead_thread_holds_nothing() throws Exception {
    WeakReference<Object> value = new WeakReference<>(new Object());
    Threads.onNewThread(
        () -> {
          storage.enterWith(value.get());
          return null;
        });
    assertGone(value);
  }

  @Test
  void a_dropped_storage_and_its_last_value_are_collected() {
    List<WeakReference<Object>> dropped = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      AsyncLocalStorage<Object> made = AsyncLocalStorage.create();
      Object value = new Object();
      made.run(value, AsyncLocalStorage::snapshot);
      dropped.add(new WeakReference<>(made));
      dropped.add(new WeakReference<>(value));
    }
    assertThat(dropped).allSatisfy(RetentionTest::assertGone);
  }

  private static void assertGone(WeakReference<Object> reference) {
    assertThat(Garbage.eventually(() -> reference.get() == null)).as("collected").isTrue();
  }
}
