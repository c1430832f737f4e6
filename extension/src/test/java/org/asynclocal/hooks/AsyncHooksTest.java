package org.asynclocal.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.internal.context.CurrentContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncHooksTest {
  private final List<AsyncHook> hooks = new ArrayList<>();

  private AsyncHook enabled(HookListener listener) {
    AsyncHook hook = AsyncHooks.createHook(listener).enable();
    hooks.add(hook);
    return hook;
  }

  @AfterEach
  void disableAll() {
    hooks.forEach(AsyncHook::disable);
    assertThat(CurrentContext.trace()).as("nothing of the hooks stays on the thread").isNull();
  }

  @Test
  void a_resource_is_told_from_creation_to_destruction() throws Exception {
    CountDownLatch destroyed = new CountDownLatch(1);
    List<String> events = Collections.synchronizedList(new ArrayList<>());
    AsyncResource[] subject = new AsyncResource[1];
    enabled(
        new HookListener() {
          @Override
          public void init(long id, String type, long trigger, AsyncResource resource) {
            events.add("init " + type + " " + trigger);
          }

          @Override
          public void before(long id) {
            events.add("before");
          }

          @Override
          public void after(long id) {
            events.add("after");
          }

          @Override
          public void destroy(long id) {
            if (subject[0] != null && id == subject[0].asyncId()) {
              events.add("destroy");
              destroyed.countDown();
            }
          }
        });
    subject[0] = new AsyncResource("T");
    subject[0].runInAsyncScope(() -> events.add("body"));
    subject[0].emitDestroy();
    assertThat(destroyed.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(events).containsExactly("init T 0", "before", "body", "after", "destroy");
  }

  @Test
  void ids_are_those_of_the_resource_inside_its_scope_and_the_previous_ones_afterwards() {
    AsyncResource outer = new AsyncResource("OUTER", 7);
    outer.runInAsyncScope(
        () -> {
          AsyncResource inner = new AsyncResource("INNER");
          assertThat(inner.triggerAsyncId()).isEqualTo(outer.asyncId());
          inner.runInAsyncScope(
              () -> assertThat(AsyncHooks.executionAsyncResource()).isSameAs(inner));
          assertThat(AsyncHooks.executionAsyncId()).isEqualTo(outer.asyncId());
          assertThat(AsyncHooks.triggerAsyncId()).isEqualTo(7);
        });
    assertThat(AsyncHooks.executionAsyncId()).isZero();
  }

  @Test
  void the_root_has_id_one_and_no_trigger() {
    AsyncHooks.root()
        .runInAsyncScope(
            () -> {
              assertThat(AsyncHooks.executionAsyncId()).isEqualTo(1);
              assertThat(AsyncHooks.triggerAsyncId()).isZero();
            });
  }

  @Test
  void a_resource_runs_with_the_stores_of_its_creation() {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    AsyncResource resource = storage.call("A", () -> new AsyncResource("T"));
    storage.run(
        "B",
        () -> {
          resource.runInAsyncScope(() -> assertThat(storage.getStore()).isEqualTo("A"));
          assertThat(storage.getStore()).isEqualTo("B");
        });
  }

  @Test
  void a_hook_that_throws_harms_neither_the_work_nor_the_other_hooks() {
    List<Long> seen = new ArrayList<>();
    enabled(
        new HookListener() {
          @Override
          public void init(long id, String type, long trigger, AsyncResource resource) {
            throw new IllegalStateException("boom");
          }
        });
    enabled(
        new HookListener() {
          @Override
          public void init(long id, String type, long trigger, AsyncResource resource) {
            seen.add(id);
          }
        });
    AsyncResource resource = new AsyncResource("T");
    assertThat(seen).containsExactly(resource.asyncId());
  }

  @Test
  void hooks_that_create_resources_without_end_are_disabled_and_the_work_goes_on() {
    List<String> types = new ArrayList<>();
    HookListener endless =
        new HookListener() {
          @Override
          public void init(long id, String type, long trigger, AsyncResource resource) {
            types.add(type);
            new AsyncResource("NESTED");
          }
        };
    enabled(endless);
    enabled(
        new HookListener() {
          @Override
          public void init(long id, String type, long trigger, AsyncResource resource) {
            new AsyncResource("OTHER");
          }
        });
    assertThat(new AsyncResource("T").callInAsyncScope(() -> "answer")).isEqualTo("answer");
    int told = types.size();
    new AsyncResource("LATER");
    assertThat(types).hasSize(told);
  }

  @Test
  void a_change_of_the_hooks_during_an_event_applies_to_the_next_outermost_event() {
    List<String> told = new ArrayList<>();
    AsyncHook late =
        AsyncHooks.createHook(
            new HookListener() {
              @Override
              public void init(long id, String type, long trigger, AsyncResource resource) {
                told.add("late " + type);
              }
            });
    hooks.add(late);
    enabled(
        new HookListener() {
          @Override
          public void init(long id, String type, long trigger, AsyncResource resource) {
            late.enable();
            if (type.equals("1")) {
              new AsyncResource("2");
            }
          }
        });
    new AsyncResource("1");
    new AsyncResource("3");
    assertThat(told).containsExactly("late 3");
  }

  @Test
  void a_task_of_a_bound_executor_is_a_resource_that_is_destroyed_once_it_has_run()
      throws Exception {
    CompletableFuture<Long> destroyed = new CompletableFuture<>();
    List<String> types = Collections.synchronizedList(new ArrayList<>());
    enabled(
        new HookListener() {
          @Override
          public void init(long id, String type, long trigger, AsyncResource resource) {
            types.add(type);
          }

          @Override
          public void destroy(long id) {
            destroyed.complete(id);
          }
        });
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try {
      CompletableFuture<Long> ran = new CompletableFuture<>();
      AsyncLocalStorage.snapshot()
          .bindExecutor(pool)
          .execute(() -> ran.complete(AsyncHooks.executionAsyncId()));
      assertThat(ran.get(10, TimeUnit.SECONDS)).isEqualTo(destroyed.get(10, TimeUnit.SECONDS));
    } finally {
      pool.shutdownNow();
    }
    assertThat(types).containsExactly("bound-anonymous-fn", "TASK");
  }

  @Test
  void a_hook_without_futures_refuses_a_listener_of_their_completion() {
    AsyncHook hook =
        AsyncHooks.createHook(
            new HookListener() {
              @Override
              public void promiseResolve(long id) {}
            });
    assertThatThrownBy(() -> hook.trackFutures(false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("trackFutures");
  }

  @Test
  void an_emitter_of_its_own_resource_calls_listeners_with_the_stores_of_its_creation() {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    List<String> heard = new ArrayList<>();
    EventEmitter<String> plain = new EventEmitter<>();
    EventEmitter<String> bound =
        storage.call("creator", () -> new EventEmitterAsyncResource<>("BUS"));
    plain.on("e", payload -> heard.add("plain " + storage.getStore()));
    bound.on("e", payload -> heard.add("bound " + storage.getStore()));
    storage.run(
        "emitter",
        () -> {
          assertThat(plain.emit("e", "")).isTrue();
          assertThat(bound.emit("e", "")).isTrue();
          assertThat(bound.emit("other", "")).isFalse();
        });
    assertThat(heard).containsExactly("plain emitter", "bound creator");
  }

  @Test
  void an_empty_type_is_refused_only_while_a_hook_gets_init_events() {
    enabled(new HookListener() {});
    assertThat(new AsyncResource("").type()).isEmpty();

    enabled(
        new HookListener() {
          @Override
          public void init(long id, String type, long trigger, AsyncResource resource) {}
        });
    assertThatIllegalArgumentException().isThrownBy(() -> new AsyncResource(""));
  }

  @Test
  void a_throwable_shows_the_creation_of_the_resources_that_led_to_it() {
    enabled(new LongStackTraces());
    AsyncResource outer = new AsyncResource("OUTER");
    AsyncResource inner = outer.callInAsyncScope(() -> new AsyncResource("INNER"));
    Throwable failure =
        inner.callInAsyncScope(() -> LongStackTraces.extend(new IllegalStateException()));
    assertThat(failure.getSuppressed())
        .extracting(Throwable::getMessage)
        .containsExactly(
            "resource INNER(" + inner.asyncId() + ") created",
            "resource OUTER(" + outer.asyncId() + ") created");
    assertThat(failure.getSuppressed()[0].getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(AsyncHooksTest.class.getName()));
  }
}
