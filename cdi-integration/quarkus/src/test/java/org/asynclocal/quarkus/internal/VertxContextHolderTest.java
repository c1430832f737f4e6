package org.asynclocal.quarkus.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.Scope;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VertxContextHolderTest {
  private static final AsyncLocalStorage<String> REQUEST = AsyncLocalStorage.named("request");
  private static final AsyncLocalStorage<String> USER = AsyncLocalStorage.named("user");

  private static Vertx vertx;

  private ContextInternal root;
  private ContextInternal alice;
  private ContextInternal bob;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** Two contexts of one event loop, so that their events run in turns on one thread. */
  @BeforeEach
  void duplicateContexts() {
    root = ((VertxInternal) vertx).createEventLoopContext();
    alice = root.duplicate();
    bob = root.duplicate();
  }

  @Test
  void a_value_entered_in_a_context_is_there_in_its_next_event() {
    on(alice, () -> REQUEST.enterWith("a"));

    assertThat(on(alice, REQUEST::getStore)).isEqualTo("a");
  }

  @Test
  void a_value_entered_in_a_context_is_not_there_in_another_one_of_the_same_event_loop() {
    on(alice, () -> REQUEST.enterWith("a"));

    assertThat(on(bob, REQUEST::getStore)).isNull();
  }

  @Test
  void an_event_of_another_context_within_an_event_sees_nothing_of_it_and_leaves_it_alone() {
    String seen =
        on(
            alice,
            () ->
                REQUEST.call(
                    "a",
                    () -> {
                      List<@Nullable String> values = new ArrayList<>();
                      bob.dispatch(
                          nothing -> {
                            values.add(REQUEST.getStore());
                            REQUEST.enterWith("b");
                            values.add(REQUEST.getStore());
                          });
                      values.add(REQUEST.getStore());
                      return values.toString();
                    }));

    assertThat(seen).isEqualTo("[null, b, a]");
  }

  @Test
  void a_run_within_an_event_of_another_context_restores_what_was_under_it() {
    String seen =
        on(
            alice,
            () ->
                REQUEST.call(
                    "a",
                    () -> {
                      bob.dispatch(nothing -> REQUEST.run("b", () -> USER.enterWith("bob")));
                      return bindings();
                    }));

    assertThat(seen).isEqualTo("a null");
    assertThat(on(bob, USER::getStore)).isEqualTo("bob");
  }

  @Test
  void a_value_entered_is_there_in_timers_and_in_executeBlocking() throws Exception {
    CompletableFuture<@Nullable String> timer = new CompletableFuture<>();
    CompletableFuture<@Nullable String> blocking = new CompletableFuture<>();
    on(
        alice,
        () -> {
          REQUEST.enterWith("a");
          vertx.setTimer(1, id -> timer.complete(REQUEST.getStore()));
          vertx.executeBlocking(REQUEST::getStore).onSuccess(blocking::complete);
        });

    assertThat(timer.get(10, TimeUnit.SECONDS)).isEqualTo("a");
    assertThat(blocking.get(10, TimeUnit.SECONDS)).isEqualTo("a");
  }

  @Test
  void what_a_worker_entered_is_there_in_the_next_event_on_the_event_loop() throws Exception {
    CompletableFuture<@Nullable String> after = new CompletableFuture<>();
    on(
        alice,
        () -> {
          REQUEST.enterWith("a");
          vertx
              .executeBlocking(
                  () -> {
                    REQUEST.enterWith("worker's");
                    return "done";
                  })
              .onSuccess(done -> after.complete(REQUEST.getStore()));
        });

    assertThat(after.get(10, TimeUnit.SECONDS)).isEqualTo("worker's");
  }

  @Test
  void a_run_ends_with_its_event_and_is_not_there_in_the_next() {
    on(alice, () -> REQUEST.run("a", () -> assertThat(REQUEST.getStore()).isEqualTo("a")));

    assertThat(on(alice, REQUEST::isBound)).isFalse();
  }

  @Test
  void what_is_entered_for_another_storage_in_a_run_survives_it() {
    on(alice, () -> REQUEST.run("a", () -> USER.enterWith("alice")));

    assertThat(on(alice, VertxContextHolderTest::bindings)).isEqualTo("null alice");
  }

  @Test
  void what_is_entered_for_the_storage_of_a_run_ends_with_it() {
    on(
        alice,
        () -> {
          REQUEST.enterWith("before");
          REQUEST.run("a", () -> REQUEST.enterWith("within"));
        });

    assertThat(on(alice, REQUEST::getStore)).isEqualTo("before");
  }

  @Test
  void what_is_entered_in_a_replayed_task_ends_with_it() {
    on(
        alice,
        () -> {
          REQUEST.enterWith("request's");
          AsyncLocalStorage.snapshot().run(() -> REQUEST.enterWith("task's"));
          assertThat(REQUEST.getStore()).isEqualTo("request's");
        });

    assertThat(on(alice, REQUEST::getStore)).isEqualTo("request's");
  }

  @Test
  void what_is_entered_between_begin_and_end_of_a_propagated_context_ends_with_it() {
    on(
        alice,
        () -> {
          ThreadContextSnapshot captured = new AsyncLocalContextProvider().currentContext(Map.of());
          var controller = captured.begin();
          REQUEST.run("run's", () -> USER.enterWith("task's"));
          assertThat(USER.getStore()).isEqualTo("task's");
          controller.endContext();
        });

    assertThat(on(alice, USER::isBound)).isFalse();
  }

  @Test
  void scopes_closed_out_of_order_leave_nothing_behind() {
    on(
        alice,
        () -> {
          Scope outer = REQUEST.withScope("a");
          Scope inner = USER.withScope("alice");
          outer.close();
          assertThat(REQUEST.isBound()).isFalse();
          assertThat(USER.getStore()).isEqualTo("alice");
          inner.close();
        });

    assertThat(on(alice, () -> REQUEST.isBound() || USER.isBound())).isFalse();
  }

  @Test
  void a_scope_that_ends_within_a_run_leaves_the_run_in_force() {
    on(
        alice,
        () -> {
          Scope scope = REQUEST.withScope("a");
          USER.run(
              "alice",
              () -> {
                scope.close();
                assertThat(USER.getStore()).isEqualTo("alice");
                assertThat(REQUEST.isBound()).isFalse();
              });
        });

    assertThat(on(alice, () -> REQUEST.isBound() || USER.isBound())).isFalse();
  }

  @Test
  void a_scope_left_open_is_not_there_in_another_context() {
    Scope open = on(alice, () -> REQUEST.withScope("a"));

    assertThat(on(bob, REQUEST::isBound)).isFalse();
    on(alice, open::close);
  }

  @Test
  void a_scope_closed_by_another_context_changes_nothing_there() {
    Scope open = on(alice, () -> REQUEST.withScope("a"));

    on(
        bob,
        () ->
            REQUEST.run(
                "b",
                () -> {
                  USER.enterWith("bob");
                  open.close();
                  assertThat(REQUEST.getStore()).isEqualTo("b");
                }));
    assertThat(on(bob, VertxContextHolderTest::bindings)).isEqualTo("null bob");
    on(alice, open::close);
  }

  @Test
  void disabling_a_storage_ends_what_was_entered() {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    on(
        alice,
        () -> {
          storage.enterWith("a");
          storage.disable();
        });

    assertThat(on(alice, storage::isBound)).isFalse();
  }

  @Test
  void a_root_context_refuses_enterWith_and_says_what_to_do() {
    assertThatThrownBy(() -> on(root, () -> REQUEST.enterWith("nobody's")))
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .rootCause()
        .hasMessageStartingWith("ASYNCLOCAL-060")
        .hasMessageContaining("withScope");
    assertThat(on(root, REQUEST::isBound)).isFalse();
  }

  @Test
  void a_root_context_runs_with_a_value_and_drops_what_was_entered_within() {
    on(
        root,
        () ->
            REQUEST.run(
                "a",
                () -> {
                  USER.enterWith("alice");
                  assertThat(USER.getStore()).isEqualTo("alice");
                }));

    assertThat(on(root, () -> REQUEST.isBound() || USER.isBound())).isFalse();
  }

  @Test
  void disabling_a_storage_on_a_root_context_is_no_mistake() {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();

    on(root, storage::disable);

    assertThat(on(root, storage::isBound)).isFalse();
  }

  @Test
  void a_thread_of_no_context_owns_its_values_and_does_not_lend_them_to_a_context() {
    String seen =
        REQUEST.call(
            "thread's",
            () -> {
              List<@Nullable String> values = new ArrayList<>();
              alice.dispatch(nothing -> values.add(REQUEST.getStore()));
              values.add(REQUEST.getStore());
              return values.toString();
            });

    assertThat(seen).isEqualTo("[null, thread's]");
    assertThat(REQUEST.isBound()).isFalse();
  }

  @Test
  void values_entered_by_two_workers_of_one_context_at_once_are_both_kept() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    CompletableFuture<@Nullable String> seen = new CompletableFuture<>();
    on(
        alice,
        () -> {
          Future<?> first = vertx.executeBlocking(() -> meetAndEnter(both, REQUEST, "a"), false);
          Future<?> second = vertx.executeBlocking(() -> meetAndEnter(both, USER, "alice"), false);
          Future.all(first, second).onSuccess(done -> seen.complete(bindings()));
        });

    assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo("a alice");
  }

  private static String meetAndEnter(
      CountDownLatch all, AsyncLocalStorage<String> storage, String value)
      throws InterruptedException {
    all.countDown();
    assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
    storage.enterWith(value);
    return value;
  }

  private static String bindings() {
    return REQUEST.getStore() + " " + USER.getStore();
  }

  private static void on(ContextInternal context, Runnable event) {
    on(
        context,
        () -> {
          event.run();
          return "done";
        });
  }

  /** Runs an event of the context on its event loop, and waits for it. */
  private static <R extends @Nullable Object> R on(ContextInternal context, Callable<R> event) {
    CompletableFuture<R> result = new CompletableFuture<>();
    context.runOnContext(
        nothing -> {
          try {
            result.complete(event.call());
          } catch (Throwable thrown) {
            result.completeExceptionally(thrown);
          }
        });
    return result.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
