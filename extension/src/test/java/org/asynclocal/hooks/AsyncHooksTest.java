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
  void aResourceIsToldFromCreationToDestruction() throws Exception {
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
  void idsAreThoseOfTheResourceInsideItsScopeAndThePreviousOnesAfterwards() {
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
  void theRootHasIdOneAndNoTrigger() {
    AsyncHooks.root()
        .runInAsyncScope(
            () -> {
              assertThat(AsyncHooks.executionAsyncId()).isEqualTo(1);
              assertThat(AsyncHooks.triggerAsyncId()).isZero();
            });
  }

  @Test
  void aResourceRunsWithTheStoresOfItsCreation() {
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
  void aHookThatThrowsHarmsNeitherTheWorkNorTheOtherHooks() {
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
  void hooksThatCreateResourcesWithoutEndAreDisabledAndTheWorkGoesOn() {
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
  void aChangeOfTheHooksDuringAnEventAppliesToTheNextOutermostEvent() {
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
  void aTaskOfABoundExecutorIsAResourceThatIsDestroyedOnceItHasRun() throws Exception {
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
  void aHookWithoutFuturesRefusesAListenerOfTheirCompletion() {
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
  void anEmitterOfItsOwnResourceCallsListenersWithTheStoresOfItsCreation() {
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
  void aThrowableShowsTheCreationOfTheResourcesThatLedToIt() {
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
