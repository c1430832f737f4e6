package org.asynclocal.server.internal.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.smallrye.context.SmallRyeContextManager;
import io.smallrye.context.SmallRyeThreadContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracedExecutorTest {
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final ServerManagedExecutor executor = over(pool);
  private final Recorder recorder = new Recorder();
  private final AsyncHook hook = AsyncHooks.createHook(recorder);

  static ServerManagedExecutor over(ExecutorService pool) {
    KitExecutorService threads = new KitExecutorService(pool, () -> {}, null);
    SmallRyeContextManager manager =
        new SmallRyeContextManager.Builder()
            .withThreadContextProviders(new AsyncLocalContextProvider())
            .withDefaultExecutorService(threads)
            .build();
    SmallRyeThreadContext context =
        new SmallRyeThreadContext(
            manager,
            new String[] {ThreadContext.ALL_REMAINING},
            new String[0],
            new String[0],
            "test",
            threads);
    return new ServerManagedExecutor(-1, -1, context, threads, threads.workers(), "test");
  }

  @BeforeEach
  void enable() {
    hook.enable();
  }

  @AfterEach
  void disable() {
    hook.disable();
    pool.shutdownNow();
  }

  @Test
  void a_stage_is_told_in_the_order_of_node() throws Exception {
    CompletableFuture<String> parent = executor.newIncompleteFuture();
    CompletableFuture<String> child = parent.thenApply(v -> recorder.body(v));
    parent.complete("v");
    assertThat(child.get(10, TimeUnit.SECONDS)).isEqualTo("v");
    List<Long> ids = recorder.ids("PROMISE");
    assertThat(ids).hasSize(2);
    assertThat(recorder.eventsOf(ids.get(0)))
        .startsWith("init", "resolve")
        .doesNotContain("before");
    assertThat(recorder.eventsOf(ids.get(1))).startsWith("init", "before", "resolve", "after");
    assertThat(recorder.triggerOf(ids.get(1))).isEqualTo(ids.get(0));
    assertThat(recorder.bodyRanAs()).isEqualTo(ids.get(1));
  }

  @Test
  void a_supplied_future_is_one_resource_from_its_creation_to_its_destruction() throws Exception {
    CompletableFuture<String> future = executor.supplyAsync(() -> recorder.body("v"));
    assertThat(future.get(10, TimeUnit.SECONDS)).isEqualTo("v");
    long id = recorder.bodyRanAs();
    recorder.awaitDestroy(id);
    assertThat(recorder.ids("PROMISE")).containsExactly(id);
    assertThat(recorder.eventsOf(id))
        .containsExactly("init", "before", "resolve", "after", "destroy");
  }

  @Test
  void a_stage_of_a_failed_future_is_resolved_without_having_run() {
    CompletableFuture<String> parent = executor.failedFuture(new IllegalStateException("no"));
    CompletableFuture<String> child = parent.thenApply(v -> recorder.body(v));
    assertThat(child).isCompletedExceptionally();
    List<Long> ids = recorder.ids("PROMISE");
    assertThat(recorder.eventsOf(ids.get(1)))
        .startsWith("init", "resolve")
        .doesNotContain("before");
  }

  @Test
  void a_composed_future_is_resolved_by_the_one_that_its_function_returns() throws Exception {
    CompletableFuture<String> inner = executor.newIncompleteFuture();
    CompletableFuture<String> composed =
        executor
            .completedFuture("v")
            .thenCompose(
                v -> {
                  recorder.body(v);
                  return inner;
                });
    long id = recorder.bodyRanAs();
    assertThat(recorder.eventsOf(id)).containsExactly("init", "before", "after");
    inner.complete("w");
    assertThat(composed.get(10, TimeUnit.SECONDS)).isEqualTo("w");
    recorder.awaitDestroy(id);
    assertThat(recorder.eventsOf(id))
        .containsExactly("init", "before", "after", "resolve", "destroy");
  }

  @Test
  void a_submitted_task_is_destroyed_once_it_has_run() throws Exception {
    assertThat(executor.submit(() -> recorder.body("v")).get(10, TimeUnit.SECONDS)).isEqualTo("v");
    long id = recorder.bodyRanAs();
    recorder.awaitDestroy(id);
    assertThat(recorder.ids("TASK")).containsExactly(id);
    assertThat(recorder.eventsOf(id)).containsExactly("init", "before", "after", "destroy");
  }

  @Test
  void an_executed_task_is_destroyed_once_it_has_run() {
    executor.execute(() -> recorder.body("v"));
    long id = recorder.awaitBody();
    recorder.awaitDestroy(id);
    assertThat(recorder.ids("TASK")).containsExactly(id);
    assertThat(recorder.eventsOf(id)).containsExactly("init", "before", "after", "destroy");
  }

  @Test
  void a_task_cancelled_before_it_ran_is_destroyed_without_having_run() {
    CountDownLatch busy = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      assertThat(executor.submit(() -> busy.await(10, TimeUnit.SECONDS))).isNotDone();
    }
    assertThat(executor.submit(() -> recorder.body("v")).cancel(false)).isTrue();
    long id = recorder.ids("TASK").get(2);
    recorder.awaitDestroy(id);
    busy.countDown();
    assertThat(recorder.eventsOf(id)).containsExactly("init", "destroy");
  }

  @Test
  void a_task_cancelled_while_it_runs_is_destroyed_once_it_has_run() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    Future<Boolean> task =
        executor.submit(
            () -> {
              begun.countDown();
              return mayEnd.await(10, TimeUnit.SECONDS);
            });
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(task.cancel(false)).isTrue();
    AsyncResource later = new AsyncResource("LATER"); // ends are reported in order
    recorder.awaitDestroy(later.emitDestroy().asyncId());
    long id = recorder.ids("TASK").get(0);
    assertThat(recorder.eventsOf(id)).containsExactly("init", "before");
    mayEnd.countDown();
    recorder.awaitDestroy(id);
    assertThat(recorder.eventsOf(id)).containsExactly("init", "before", "after", "destroy");
  }

  @Test
  void a_rejected_task_or_future_is_destroyed_without_having_run() {
    pool.shutdown();
    assertThatThrownBy(() -> executor.submit(() -> recorder.body("v")))
        .isInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> executor.supplyAsync(() -> recorder.body("v")))
        .isInstanceOf(RejectedExecutionException.class);
    for (String type : List.of("TASK", "PROMISE")) {
      long id = recorder.ids(type).get(0);
      recorder.awaitDestroy(id);
      assertThat(recorder.eventsOf(id)).containsExactly("init", "destroy");
    }
  }

  @Test
  void the_stages_that_small_rye_does_not_know_have_the_context_of_their_registration()
      throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<String> failing = executor.newIncompleteFuture();
    CompletableFuture<String> stage =
        storage.call("A", () -> failing.exceptionallyAsync(e -> "" + storage.getStore()));
    CompletableFuture<String> composed =
        storage.call(
            "A",
            () ->
                failing.exceptionallyCompose(
                    e -> executor.completedFuture("" + storage.getStore())));
    failing.completeExceptionally(new IllegalStateException());
    assertThat(stage.get(10, TimeUnit.SECONDS)).isEqualTo("A");
    assertThat(composed.get(10, TimeUnit.SECONDS)).isEqualTo("A");
  }

  @Test
  void a_minimal_stage_is_completed_with_its_future() throws Exception {
    CompletableFuture<String> future = executor.newIncompleteFuture();
    CompletableFuture<String> minimal =
        future.minimalCompletionStage().thenApply(v -> v + "!").toCompletableFuture();
    future.complete("v");
    assertThat(minimal.get(10, TimeUnit.SECONDS)).isEqualTo("v!");
  }

  /** Keeps the events of each resource in order. */
  private static final class Recorder implements HookListener {
    private record Event(long id, String name) {}

    private final List<Event> events = Collections.synchronizedList(new ArrayList<>());
    private final List<AsyncResource> resources = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Long> body = new CompletableFuture<>();

    String body(String result) {
      body.complete(AsyncHooks.executionAsyncId());
      return result;
    }

    long bodyRanAs() {
      assertThat(body).isDone();
      return body.join();
    }

    long awaitBody() {
      return assertTimeoutPreemptively(Duration.ofSeconds(10), body::join);
    }

    List<Long> ids(String type) {
      synchronized (resources) {
        return resources.stream()
            .filter(resource -> resource.type().equals(type))
            .map(AsyncResource::asyncId)
            .toList();
      }
    }

    long triggerOf(long id) {
      synchronized (resources) {
        return resources.stream()
            .filter(resource -> resource.asyncId() == id)
            .findFirst()
            .orElseThrow()
            .triggerAsyncId();
      }
    }

    List<String> eventsOf(long id) {
      synchronized (events) {
        return events.stream().filter(event -> event.id == id).map(Event::name).toList();
      }
    }

    void awaitDestroy(long id) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> {
            synchronized (events) {
              while (!eventsOf(id).contains("destroy")) {
                events.wait();
              }
            }
          });
    }

    private void add(long id, String name) {
      synchronized (events) {
        events.add(new Event(id, name));
        events.notifyAll();
      }
    }

    @Override
    public void init(long id, String type, long trigger, AsyncResource resource) {
      resources.add(resource);
      add(id, "init");
    }

    @Override
    public void before(long id) {
      add(id, "before");
    }

    @Override
    public void after(long id) {
      add(id, "after");
    }

    @Override
    public void destroy(long id) {
      add(id, "destroy");
    }

    @Override
    public void promiseResolve(long id) {
      add(id, "resolve");
    }
  }
}
