package org.asynclocal.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.asynclocal.AsyncLocalStorage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Promises to an application that hands work to a runtime with this provider, and to the worker
 * threads.
 */
public abstract class PropagationContract {
  private static final String NOTHING = "nothing";

  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("a");
  private final AsyncLocalStorage<String> other = AsyncLocalStorage.named("b");
  private @Nullable ContextRuntime opened;

  /** The provider under test; closed after each test. */
  protected abstract ContextRuntime open() throws Exception;

  @BeforeEach
  void openRuntime() throws Exception {
    opened = open();
  }

  @AfterEach
  void closeRuntime() {
    storage.disable();
    other.disable();
    runtime().close();
  }

  private ContextRuntime runtime() {
    return requireNonNull(opened);
  }

  private String seen() {
    return storage.isBound() ? String.valueOf(storage.getStore()) : NOTHING;
  }

  private String seenByOther() {
    return other.isBound() ? String.valueOf(other.getStore()) : NOTHING;
  }

  private String seenAfter(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(HandoffKind.DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return seen();
  }

  private <T> Future<T> submit(Callable<T> task) {
    return runtime().propagating().executor().submit(task);
  }

  private <T> Future<T> submitWith(String value, Callable<T> task) {
    return storage.call(value, () -> submit(task));
  }

  private Runnable contextualWith(String value, Runnable task) {
    return storage.call(value, () -> runtime().propagating().contextual(task));
  }

  private CompletableFuture<String> incomplete() {
    return runtime().propagating().newIncompleteFuture();
  }

  /** A thread with a value of its own. */
  private OwnThread dirtyWorker() throws Exception {
    OwnThread worker = new OwnThread();
    worker.run(() -> storage.enterWith("worker's"));
    return worker;
  }

  // Capture.

  @Test
  void a_task_sees_the_values_of_its_submission() throws Exception {
    CountDownLatch changed = new CountDownLatch(1);
    storage.enterWith("submitted");
    Future<String> task = submit(() -> seenAfter(changed));
    storage.enterWith("changed");
    changed.countDown();
    assertThat(got(task)).isEqualTo("submitted");
  }

  @Test
  void a_submission_without_values_gives_the_task_none() throws Exception {
    assertThat(got(submit(this::seen))).isEqualTo(NOTHING);
  }

  @Test
  void a_stage_sees_the_values_of_its_registration_and_not_of_the_completion() throws Exception {
    CompletableFuture<String> source = incomplete();
    CompletableFuture<String> stage =
        storage.call("registered", () -> source.thenApply(value -> seen()));
    try (OwnThread completer = new OwnThread()) {
      completer.run(() -> storage.enterWith("completer's"));
      completer.run(() -> source.complete("done"));
      assertThat(got(stage)).isEqualTo("registered");
      assertThat(completer.call(this::seen)).isEqualTo("completer's");
    }
  }

  @Test
  void a_stage_registered_without_values_has_none_whoever_completes() throws Exception {
    CompletableFuture<String> source = incomplete();
    CompletableFuture<String> stage = source.thenApply(value -> seen());
    storage.run("completer's", () -> source.complete("done"));
    assertThat(got(stage)).isEqualTo(NOTHING);
  }

  @Test
  void a_stage_sees_nothing_of_what_an_earlier_stage_entered() throws Exception {
    CompletableFuture<String> source = incomplete();
    CompletableFuture<String> stages =
        source
            .thenApply(
                value -> {
                  storage.enterWith("entered");
                  return seen();
                })
            .thenApply(value -> value + ", " + seen());
    source.complete("done");
    assertThat(got(stages)).isEqualTo("entered, " + NOTHING);
    assertThat(seen()).isEqualTo(NOTHING);
  }

  @Test
  void every_task_of_many_sees_its_own_values() throws Exception {
    List<Future<String>> tasks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tasks.add(submitWith("task " + i, this::seen));
    }
    for (int i = 0; i < 100; i++) {
      assertThat(got(tasks.get(i))).isEqualTo("task " + i);
    }
  }

  @Test
  void tasks_given_all_at_once_see_the_callers_values() throws Exception {
    List<Callable<String>> tasks = List.of(this::seen, this::seen);
    storage.enterWith("A");
    for (Future<String> task : runtime().propagating().executor().invokeAll(tasks)) {
      assertThat(got(task)).isEqualTo("A");
    }
    assertThat(runtime().propagating().executor().invokeAny(tasks)).isEqualTo("A");
  }

  @Test
  void a_task_of_a_task_sees_the_values_of_that() throws Exception {
    CompletableFuture<Future<String>> inner = new CompletableFuture<>();
    Future<Boolean> outer =
        submitWith(
            "outer",
            () -> {
              storage.enterWith("inner");
              return inner.complete(submit(this::seen));
            });
    assertThat(got(outer)).isTrue();
    assertThat(got(got(inner))).isEqualTo("inner");
  }

  @Test
  void each_handoff_captures_once() throws Exception {
    Map<HandoffKind, Integer> expected = new EnumMap<>(HandoffKind.class);
    Map<HandoffKind, Integer> captures = new EnumMap<>(HandoffKind.class);
    for (HandoffKind handoff : HandoffKind.values()) {
      expected.put(handoff, runtime().unusualCaptures().getOrDefault(handoff, handoff.handoffs()));
      int before = runtime().captures();
      handoff.take(runtime().propagating());
      captures.put(handoff, runtime().captures() - before);
    }
    assertThat(captures).isEqualTo(expected);
  }

  // Replay, clearing, unchanged.

  @Test
  void a_contextual_task_replaces_what_its_thread_has_and_puts_it_back() throws Exception {
    AtomicReference<String> inside = new AtomicReference<>();
    Runnable task = contextualWith("A", () -> inside.set(seen() + seenByOther()));
    try (OwnThread worker = dirtyWorker()) {
      worker.run(() -> other.enterWith("worker's"));
      worker.run(task);
      assertThat(inside).hasValue("A" + NOTHING);
      assertThat(worker.call(() -> seen() + seenByOther())).isEqualTo("worker'sworker's");
    }
  }

  @Test
  void a_clearing_lane_hides_submitters_and_workers_values() throws Exception {
    AtomicReference<String> inside = new AtomicReference<>();
    storage.enterWith("submitter's");
    Runnable task = runtime().clearing().contextual(() -> inside.set(seen()));
    Callable<String> submitted = this::seen;
    assertThat(got(runtime().clearing().executor().submit(submitted))).isEqualTo(NOTHING);
    try (OwnThread worker = dirtyWorker()) {
      worker.run(task);
      assertThat(inside).hasValue(NOTHING);
      assertThat(worker.call(this::seen)).isEqualTo("worker's");
    }
  }

  @Test
  void an_unchanged_lane_really_leaves_the_workers_values() throws Exception {
    AtomicReference<String> inside = new AtomicReference<>();
    storage.enterWith("submitter's");
    Runnable task = runtime().unchanged().contextual(() -> inside.set(seen()));
    try (OwnThread worker = dirtyWorker()) {
      worker.run(task);
      assertThat(inside).hasValue("worker's");
    }
  }

  @Test
  void what_a_task_enters_ends_with_it() throws Exception {
    Thread worker =
        got(
            submit(
                () -> {
                  storage.enterWith("entered");
                  assertThat(storage.withScope("left open")).isNotNull();
                  return Thread.currentThread();
                }));
    assertThat(heldBy(worker)).isEqualTo(NOTHING);
  }

  @Test
  void a_dirty_worker_shows_nothing_of_it_to_a_task_and_has_it_back() throws Exception {
    Thread worker = got(runtime().unchanged().executor().submit(this::dirtied));
    String before = heldBy(worker);
    for (int i = 0; i < 20; i++) {
      assertThat(got(submitWith("A", this::seen))).isEqualTo("A");
      assertThat(got(submit(this::seen))).isEqualTo(NOTHING);
    }
    assertThat(heldBy(worker)).isEqualTo(before);
  }

  private Thread dirtied() {
    storage.enterWith("dirt");
    return Thread.currentThread();
  }

  // On the caller's own thread.

  @Test
  void a_contextual_task_run_by_its_own_thread_sees_the_capture_and_gives_the_thread_back() {
    List<String> inside = new ArrayList<>();
    Runnable task = contextualWith("A", () -> inside.add(seen()));
    task.run();
    storage.run("B", task::run);
    assertThat(inside).containsExactly("A", "A");
    assertThat(seen()).isEqualTo(NOTHING);
  }

  @Test
  void a_stage_of_a_completed_future_runs_at_once_and_what_it_enters_ends_with_it() {
    CompletableFuture<String> source = incomplete();
    source.complete("done");
    storage.enterWith("A");
    CompletableFuture<String> stage =
        source.thenApply(
            value -> {
              String seen = seen();
              storage.enterWith("entered");
              return seen;
            });
    assertThat(stage).isCompletedWithValue("A");
    assertThat(seen()).isEqualTo("A");
  }

  // Ends of every kind.

  @Test
  void a_task_that_throws_hands_its_exception_on_and_leaves_nothing() throws Exception {
    IOException thrown = new IOException();
    CompletableFuture<Thread> worker = new CompletableFuture<>();
    Future<String> task =
        submitWith(
            "A",
            () -> {
              worker.complete(Thread.currentThread());
              storage.enterWith("entered");
              throw thrown;
            });
    assertThatThrownBy(() -> got(task)).isInstanceOf(ExecutionException.class).hasCause(thrown);
    assertThat(heldBy(got(worker))).isEqualTo(NOTHING);
  }

  @Test
  void a_contextual_task_that_throws_an_error_gives_the_thread_back() throws Exception {
    Error thrown = new StackOverflowError();
    Runnable task =
        contextualWith(
            "A",
            () -> {
              throw thrown;
            });
    try (OwnThread worker = dirtyWorker()) {
      assertThatThrownBy(() -> worker.run(task)).isSameAs(thrown);
      assertThat(worker.call(this::seen)).isEqualTo("worker's");
    }
  }

  @Test
  void a_cancelled_task_has_its_values_while_it_is_interrupted_and_leaves_nothing()
      throws Exception {
    CompletableFuture<Thread> started = new CompletableFuture<>();
    CompletableFuture<String> interrupted = new CompletableFuture<>();
    CountDownLatch never = new CountDownLatch(1);
    Future<Boolean> task =
        submitWith(
            "A",
            () -> {
              started.complete(Thread.currentThread());
              try {
                return never.await(HandoffKind.DEADLINE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                return interrupted.complete(seen());
              }
            });
    Thread worker = got(started);
    assertThat(task.cancel(true)).isTrue();
    assertThat(got(interrupted)).isEqualTo("A");
    assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
    assertThat(heldBy(worker)).isEqualTo(NOTHING);
  }

  @Test
  void a_task_cancelled_before_it_starts_leaves_nothing() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Thread> busy = new CompletableFuture<>();
    Future<String> blocking =
        submit(
            () -> {
              busy.complete(Thread.currentThread());
              return seenAfter(release);
            });
    Thread worker = got(busy);
    submitWith("A", this::seen).cancel(false);
    release.countDown();
    assertThat(got(blocking)).isEqualTo(NOTHING);
    assertThat(heldBy(worker)).isEqualTo(NOTHING);
    assertThat(got(submit(this::seen))).isEqualTo(NOTHING);
  }

  @Test
  void a_rejected_task_leaves_the_caller_as_it_was() {
    storage.enterWith("A");
    assertThatThrownBy(() -> runtime().rejecting().executor().execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(seen()).isEqualTo("A");
  }

  @Test
  void a_wait_that_times_out_leaves_caller_and_task_as_they_were() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    storage.enterWith("A");
    Future<String> task = submit(() -> seenAfter(release));
    assertThatThrownBy(() -> task.get(1, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    storage.enterWith("B");
    release.countDown();
    assertThat(got(task)).isEqualTo("A");
    assertThat(seen()).isEqualTo("B");
  }

  @Test
  void the_handler_of_a_future_that_times_out_sees_the_values_of_its_registration()
      throws Exception {
    CompletableFuture<String> source = incomplete();
    CompletableFuture<String> stage =
        storage.call("A", () -> source.exceptionally(thrown -> seen()));
    assertThat(source.orTimeout(1, TimeUnit.MILLISECONDS)).isSameAs(source);
    assertThat(got(stage)).isEqualTo("A");
  }

  // What the tests wait for.

  /** Returns what the worker has while no context is on it. */
  private String heldBy(Thread worker) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HandoffKind.DEADLINE_SECONDS);
    while (System.nanoTime() < deadline) {
      Callable<@Nullable String> probe = () -> Thread.currentThread() == worker ? seen() : null;
      String held = got(runtime().unchanged().executor().submit(probe));
      if (held != null) {
        return held;
      }
    }
    throw new AssertionError("no task came to " + worker);
  }

  private static <T extends @Nullable Object> T got(Future<T> future) throws Exception {
    return future.get(HandoffKind.DEADLINE_SECONDS, TimeUnit.SECONDS);
  }
}
