package org.asynclocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopeTest {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("a");
  private final AsyncLocalStorage<String> other = AsyncLocalStorage.named("b");
  private final Reports reports = new Reports();

  @AfterEach
  void leaveTheThreadAsItWas() {
    reports.close();
    storage.disable();
    other.disable();
  }

  @Test
  void a_scope_binds_until_it_is_closed() {
    try (Scope scope = storage.withScope("A")) {
      assertThat(scope).isNotNull();
      assertThat(storage.getStore()).isEqualTo("A");
    }
    assertThat(storage.isBound()).isFalse();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void nested_scopes_restore_in_reverse_order() {
    Scope outer = storage.withScope("1");
    Scope inner = storage.withScope("2");
    inner.close();
    assertThat(storage.getStore()).isEqualTo("1");
    outer.close();
    assertThat(storage.isBound()).isFalse();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void closing_twice_changes_nothing() {
    Scope scope = storage.withScope("A");
    scope.close();
    storage.enterWith("B");
    scope.close();
    assertThat(storage.getStore()).isEqualTo("B");
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void a_scope_restores_its_own_storage_only() {
    Scope scope = storage.withScope("A");
    other.enterWith("2");
    scope.close();
    assertThat(storage.isBound()).isFalse();
    assertThat(other.getStore()).isEqualTo("2");
  }

  @Test
  void a_scope_undoes_an_enter_with_made_inside_it() {
    try (Scope scope = storage.withScope("A")) {
      assertThat(scope).isNotNull();
      storage.enterWith("B");
    }
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_scope_that_was_never_closed_ends_with_the_surrounding_run() {
    storage.run("A", () -> assertThat(storage.withScope("B")).isNotNull());
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_scope_left_open_in_a_replay_does_not_outlive_it() {
    AsyncLocalStorage.snapshot().run(() -> assertThat(storage.withScope("B")).isNotNull());
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void an_outer_scope_closed_first_keeps_the_inner_value_and_leaves_nothing_of_either() {
    Scope outer = storage.withScope("1");
    Scope inner = storage.withScope("2");
    outer.close();
    assertThat(storage.getStore()).isEqualTo("2");
    inner.close();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void three_scopes_closed_in_the_order_of_opening_leave_nothing() {
    Scope first = storage.withScope("1");
    Scope second = storage.withScope("2");
    Scope third = storage.withScope("3");
    first.close();
    second.close();
    assertThat(storage.getStore()).isEqualTo("3");
    third.close();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void the_middle_of_three_scopes_closed_first_is_undone_with_the_inner_one() {
    Scope first = storage.withScope("1");
    Scope second = storage.withScope("2");
    Scope third = storage.withScope("3");
    second.close();
    third.close();
    assertThat(storage.getStore()).isEqualTo("1");
    first.close();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void scopes_of_two_storages_may_be_closed_in_any_order() {
    Scope a = storage.withScope("1");
    Scope b = other.withScope("2");
    a.close();
    assertThat(storage.isBound()).isFalse();
    assertThat(other.getStore()).isEqualTo("2");
    b.close();
    assertThat(other.isBound()).isFalse();
  }

  @Test
  void what_surrounded_two_scopes_closed_out_of_order_is_back_after_both() {
    storage.run(
        "outside",
        () -> {
          Scope outer = storage.withScope("1");
          Scope inner = storage.withScope("2");
          outer.close();
          inner.close();
          assertThat(storage.getStore()).isEqualTo("outside");
        });
  }

  @Test
  void closing_out_of_order_is_reported_with_storage_and_thread() {
    Scope outer = storage.withScope("1");
    Scope inner = storage.withScope("2");
    outer.close();
    inner.close();
    assertThat(reports.messages())
        .singleElement(STRING)
        .startsWith("ASYNCLOCAL-002")
        .contains("'a'", Thread.currentThread().getName());
  }

  @Test
  void a_scope_closed_on_another_thread_changes_neither_thread_and_stays_open() throws Exception {
    Scope scope = storage.withScope("here");
    String there =
        Threads.onNewThread(
            () ->
                storage.call(
                    "there",
                    () -> {
                      scope.close();
                      return String.valueOf(storage.getStore());
                    }));
    assertThat(there).isEqualTo("there");
    assertThat(storage.getStore()).isEqualTo("here");
    assertThat(reports.messages())
        .singleElement(STRING)
        .startsWith("ASYNCLOCAL-001")
        .contains("'a'", "test-worker");
    scope.close();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_scope_closed_after_its_surrounding_run_overwrites_nothing_and_is_reported() {
    Scope[] leaked = new Scope[1];
    storage.run("A", () -> leaked[0] = storage.withScope("B"));
    storage.enterWith("C");
    leaked[0].close();
    assertThat(storage.getStore()).isEqualTo("C");
    assertThat(reports.messages()).singleElement(STRING).startsWith("ASYNCLOCAL-002");
  }

  @Test
  void a_scope_closed_inside_a_run_begun_after_it_leaves_nothing_after_that_run() {
    Scope scope = storage.withScope("1");
    storage.run("2", scope::close);
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_scope_closed_inside_a_replay_begun_after_it_leaves_nothing_after_that_replay() {
    Scope scope = storage.withScope("1");
    AsyncLocalStorage.snapshot()
        .run(
            () -> {
              scope.close();
              assertThat(storage.isBound()).isFalse();
            });
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_scope_opened_inside_a_run_of_another_storage_outlives_it_and_can_be_closed() {
    Scope[] opened = new Scope[1];
    other.run("2", () -> opened[0] = storage.withScope("A"));
    assertThat(storage.getStore()).isEqualTo("A");
    opened[0].close();
    assertThat(storage.isBound()).isFalse();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void of_the_scopes_left_open_in_a_run_those_of_its_own_storage_end_with_it() {
    Scope[] opened = new Scope[4];
    other.run(
        "0",
        () -> {
          opened[0] = storage.withScope("1");
          opened[1] = other.withScope("2");
          opened[2] = storage.withScope("3");
          opened[3] = other.withScope("4");
        });
    assertThat(other.isBound()).isFalse();
    assertThat(storage.getStore()).isEqualTo("3");
    opened[2].close();
    assertThat(storage.getStore()).isEqualTo("1");
    opened[0].close();
    assertThat(storage.isBound()).isFalse();
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  void what_is_entered_after_a_scope_was_closed_inside_the_run_of_another_storage_stays() {
    Scope scope = storage.withScope("1");
    other.run(
        "2",
        () -> {
          scope.close();
          storage.enterWith("3");
        });
    assertThat(storage.getStore()).isEqualTo("3");
  }
}
