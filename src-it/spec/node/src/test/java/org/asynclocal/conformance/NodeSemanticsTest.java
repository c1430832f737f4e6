package org.asynclocal.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.conformance.Stage.UNDEFINED;
import static org.asynclocal.conformance.Stage.await;
import static org.asynclocal.conformance.Stage.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.Scope;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.EventEmitter;
import org.asynclocal.hooks.EventEmitterAsyncResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rules of Node.js' semantics that no scenario covers. */
class NodeSemanticsTest {
  private final Stage stage = new Stage();
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
  private final AsyncLocalStorage<String> other = AsyncLocalStorage.create();
  private final AsyncLocalStorage<String> defaulted = AsyncLocalStorage.create("default");

  @AfterEach
  void close() {
    stage.close();
    storage.disable();
    other.disable();
    defaulted.disable();
  }

  @Test
  void any_value_is_a_store_and_comes_back_by_reference() {
    AsyncLocalStorage<Object> any = AsyncLocalStorage.create();
    for (Object value : List.of("text", 0, Double.NaN, false, new Object(), List.of())) {
      any.run(value, () -> assertThat(any.getStore()).isSameAs(value));
    }
  }

  @Test
  void a_run_of_the_bound_value_restores_where_node_leaks() {
    storage.run("A", () -> storage.run("A", () -> storage.enterWith("B")));
    storage.run(
        "A",
        () -> {
          storage.run("A", () -> storage.enterWith("B"));
          assertThat(seen(storage)).isEqualTo("A");
        });
    assertThat(seen(storage)).isEqualTo(UNDEFINED);
  }

  @Test
  void two_flows_at_once_do_not_mix_and_exit_of_one_leaves_the_other() throws Exception {
    List<CompletableFuture<Object>> flows = new ArrayList<>();
    for (String name : List.of("flow 1", "flow 2")) {
      flows.add(
          storage.call(
              name,
              () ->
                  other.call(
                      name,
                      () ->
                          storage.exitCall(
                              () -> stage.timer(() -> List.of(seen(storage), seen(other)))))));
    }
    assertThat(await(flows.get(0))).isEqualTo(List.of(UNDEFINED, "flow 1"));
    assertThat(await(flows.get(1))).isEqualTo(List.of(UNDEFINED, "flow 2"));
  }

  @Test
  void exit_around_an_async_operation_hides_the_store_after_its_awaits() throws Exception {
    CompletableFuture<Object> inside =
        storage.call(
            "A",
            () ->
                storage.exitCall(
                    () -> stage.executor.runAsync(() -> {}).thenApplyAsync(none -> seen(storage))));
    assertThat(await(inside)).isEqualTo(UNDEFINED);
  }

  @Test
  void exit_hides_the_default_and_after_a_run_inside_it_does_again() {
    defaulted.exit(
        () -> {
          assertThat(seen(defaulted)).isEqualTo(UNDEFINED);
          defaulted.run("A", () -> assertThat(seen(defaulted)).isEqualTo("A"));
          assertThat(seen(defaulted)).isEqualTo(UNDEFINED);
        });
    assertThat(seen(defaulted)).isEqualTo("default");
  }

  @Test
  void enter_with_before_the_first_await_reaches_the_caller() throws Exception {
    CompletableFuture<Object> async = entersThenAwaits();
    assertThat(seen(storage)).isEqualTo("entered");
    assertThat(await(async)).isEqualTo("entered");
  }

  private CompletableFuture<Object> entersThenAwaits() {
    storage.enterWith("entered");
    return stage.executor.runAsync(() -> {}).thenApplyAsync(none -> seen(storage));
  }

  @Test
  void enter_with_inside_a_resources_scope_ends_with_that_and_is_not_remembered() {
    AsyncResource resource = storage.call("A", () -> new AsyncResource("RESOURCE"));
    resource.runInAsyncScope(() -> storage.enterWith("X"));
    assertThat(seen(storage)).isEqualTo(UNDEFINED);
    resource.runInAsyncScope(() -> assertThat(seen(storage)).isEqualTo("A"));
  }

  @Test
  void enter_with_in_one_task_reaches_its_timers_and_no_sibling() throws Exception {
    CompletableFuture<Object> timer = new CompletableFuture<>();
    Runnable inTimer = () -> timer.complete(seen(storage));
    stage.later(
        AsyncLocalStorage.bindRunnable(
            () -> {
              storage.enterWith("mine");
              stage.later(AsyncLocalStorage.bindRunnable(inTimer));
            }));
    CompletableFuture<Object> sibling = stage.timer(() -> seen(storage));
    assertThat(await(timer)).isEqualTo("mine");
    assertThat(await(sibling)).isEqualTo(UNDEFINED);
  }

  @Test
  void disable_hides_at_once_and_for_work_that_is_queued_already() throws Exception {
    CompletableFuture<Object> go = new CompletableFuture<>();
    CompletableFuture<Object> queued =
        storage.call(
            "A",
            () ->
                stage.executor.supplyAsync(
                    () -> {
                      go.join();
                      return seen(storage);
                    }));
    storage.run(
        "A",
        () -> {
          storage.disable();
          assertThat(seen(storage)).isEqualTo(UNDEFINED);
        });
    go.complete("go");
    assertThat(await(queued)).isEqualTo(UNDEFINED);
  }

  @Test
  void disable_ends_snapshots_values_too_and_run_works_again() {
    ContextSnapshot earlier = storage.call("A", AsyncLocalStorage::snapshot);
    storage.disable();
    earlier.run(
        () -> {
          assertThat(seen(storage)).isEqualTo(UNDEFINED);
          storage.run("B", () -> assertThat(seen(storage)).isEqualTo("B"));
        });
  }

  @Test
  void disable_shows_the_default_again() {
    defaulted.run(
        "A",
        () -> {
          defaulted.disable();
          assertThat(seen(defaulted)).isEqualTo("default");
        });
  }

  @Test
  void the_default_shows_before_after_and_in_tasks_without_a_run() throws Exception {
    assertThat(seen(defaulted)).isEqualTo("default");
    defaulted.run("A", () -> assertThat(seen(defaulted)).isEqualTo("A"));
    assertThat(seen(defaulted)).isEqualTo("default");
    assertThat(await(stage.timer(() -> seen(defaulted)))).isEqualTo("default");
  }

  @Test
  void a_scope_is_seen_by_the_work_that_starts_in_it() throws Exception {
    CompletableFuture<Object> inside;
    try (Scope scope = storage.withScope("X")) {
      assertThat(scope).isNotNull();
      inside = stage.timer(() -> seen(storage));
    }
    assertThat(seen(storage)).isEqualTo(UNDEFINED);
    assertThat(await(inside)).isEqualTo("X");
  }

  @Test
  void scopes_closed_out_of_order_leave_nothing_where_node_leaves_a_closed_ones_value() {
    Scope outer = storage.withScope("outer");
    Scope inner = storage.withScope("inner");
    outer.close();
    assertThat(seen(storage)).isEqualTo("inner");
    inner.close();
    assertThat(seen(storage)).isEqualTo(UNDEFINED);
  }

  @Test
  void a_bound_function_keeps_its_context_arguments_and_result_wherever_it_is_called()
      throws Exception {
    Supplier<Object> bound =
        storage.call("A", () -> AsyncLocalStorage.bindSupplier(() -> seen(storage)));
    Object outside = bound.get();
    assertThat(outside).isEqualTo("A");
    Object insideB = storage.call("B", bound::get);
    assertThat(insideB).isEqualTo("A");
    Object onATimer = await(stage.timer(bound::get));
    assertThat(onATimer).isEqualTo("A");
  }

  @Test
  void nested_bound_functions_each_have_their_own_context() {
    Supplier<Object> inner =
        storage.call("inner", () -> AsyncLocalStorage.bindSupplier(() -> seen(storage)));
    Supplier<Object> outer =
        storage.call(
            "outer",
            () -> AsyncLocalStorage.bindSupplier(() -> List.of(inner.get(), seen(storage))));
    Object observed = outer.get();
    assertThat(observed).isEqualTo(List.of("inner", "outer"));
  }

  @Test
  void a_promise_made_inside_a_run_gives_nothing_to_a_then_outside() throws Exception {
    CompletableFuture<String> made =
        storage.call("A", () -> stage.executor.supplyAsync(() -> "made"));
    Object observed = await(made.thenApplyAsync(value -> seen(storage)));
    assertThat(observed).isEqualTo(UNDEFINED);
  }

  @Test
  void what_completes_a_chain_of_many_stages_does_not_matter_to_any_of_them() throws Exception {
    CompletableFuture<String> source = stage.executor.newIncompleteFuture();
    CompletableFuture<Object> first =
        storage.call("first", () -> source.thenApply(value -> seen(storage)));
    CompletableFuture<List<Object>> second =
        storage.call("second", () -> first.thenApplyAsync(seen -> List.of(seen, seen(storage))));
    storage.run("completer", () -> stage.later(() -> source.complete("done")));
    assertThat(await(second)).containsExactly("first", "second");
  }

  @Test
  void an_error_handler_of_a_flow_sees_the_flows_store() throws Exception {
    CompletableFuture<Object> handled =
        storage.call(
            "A",
            () ->
                stage
                    .executor
                    .supplyAsync(
                        () -> {
                          throw new IllegalStateException("on purpose");
                        })
                    .exceptionally(thrown -> seen(storage)));
    assertThat(await(handled)).isEqualTo("A");
  }

  @Test
  void a_listener_that_is_bound_runs_in_its_own_context() {
    EventEmitter<String> emitter = new EventEmitter<>();
    List<Object> observed = new ArrayList<>();
    storage.run(
        "registrar",
        () -> {
          emitter.on("event", AsyncLocalStorage.bindConsumer(event -> observed.add(seen(storage))));
          emitter.on("event", event -> observed.add(seen(storage)));
        });
    storage.run("emitter", () -> emitter.emit("event", "happened"));
    assertThat(observed).containsExactly("registrar", "emitter");
  }

  @Test
  void listeners_of_an_emitter_that_is_a_resource_run_in_the_context_of_its_creation() {
    EventEmitterAsyncResource<String> emitter =
        storage.call("creator", () -> new EventEmitterAsyncResource<>("EMITTER"));
    List<Object> observed = new ArrayList<>();
    storage.run("registrar", () -> emitter.on("event", event -> observed.add(seen(storage))));
    storage.run("emitter", () -> emitter.emit("event", "happened"));
    assertThat(observed).containsExactly("creator");
  }

  @Test
  void a_pool_that_binds_nothing_gives_its_callbacks_the_store_of_whoever_drains_it() {
    List<Runnable> queue = new ArrayList<>();
    List<Object> observed = new ArrayList<>();
    storage.run("A", () -> queue.add(() -> observed.add(seen(storage))));
    storage.run("B", () -> queue.forEach(Runnable::run));
    assertThat(observed).containsExactly("B");
  }

  @Test
  void a_new_thread_has_nothing_unless_its_task_is_bound() throws Exception {
    Callable<Object> task = () -> seen(storage);
    FutureTask<Object> bare = new FutureTask<>(task);
    FutureTask<Object> bound =
        storage.call("A", () -> new FutureTask<>(AsyncLocalStorage.bindCallable(task)));
    storage.run(
        "A",
        () -> {
          new Thread(bare).start();
          new Thread(bound).start();
        });
    assertThat(await(bare)).isEqualTo(UNDEFINED);
    assertThat(await(bound)).isEqualTo("A");
  }

  @Test
  void several_storages_may_be_set_for_one_call() {
    ContextSnapshot both = storage.call("1", () -> other.call("2", AsyncLocalStorage::snapshot));
    List<Object> observed = both.call(() -> List.of(seen(storage), seen(other)));
    assertThat(observed).containsExactly("1", "2");
  }
}
