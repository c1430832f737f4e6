package org.asynclocal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A propagating executor")
class PropagatingExecutorTest {
  private static final long DEADLINE_SECONDS = 20;

  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
  private final ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService executor = AsyncLocalStorage.propagating((ExecutorService) pool);
  private final ScheduledExecutorService scheduler = AsyncLocalStorage.propagating(pool);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  @DisplayName("runs each task with the values of its submission, not with those of its creation")
  void eachSubmission() throws Exception {
    CompletableFuture<@Nullable String> executed = new CompletableFuture<>();

    storage.run("a", () -> executor.execute(() -> executed.complete(storage.getStore())));

    assertThat(executed.get(DEADLINE_SECONDS, SECONDS)).isEqualTo("a");
    assertThat(storage.call("b", () -> executor.submit(storage::getStore)).get()).isEqualTo("b");
    assertThat(executor.submit(storage::getStore).get()).isNull();
    assertThat(storage.call("c", () -> executor.submit(() -> {}, "result")).get())
        .isEqualTo("result");
  }

  @Test
  @DisplayName("carries the values to every task of invokeAll and invokeAny")
  void invoked() throws Exception {
    List<Callable<@Nullable String>> tasks = List.of(storage::getStore, storage::getStore);

    var all = storage.call("a", () -> executor.invokeAll(tasks));
    var allInTime = storage.call("a", () -> executor.invokeAll(tasks, DEADLINE_SECONDS, SECONDS));

    assertThat(all).extracting(future -> future.get()).containsOnly("a");
    assertThat(allInTime).extracting(future -> future.get()).containsOnly("a");
    try (Scope scope = storage.withScope("b")) {
      assertThat(scope).isNotNull();
      assertThat(executor.invokeAny(tasks)).isEqualTo("b");
      assertThat(executor.invokeAny(tasks, DEADLINE_SECONDS, SECONDS)).isEqualTo("b");
    }
  }

  @Test
  @DisplayName("leaves its thread as it was, whatever the task enters or throws")
  void afterwards() throws Exception {
    executor.submit(() -> storage.enterWith("left")).get();
    executor.execute(
        () -> {
          storage.enterWith("left by a failure");
          throw new IllegalStateException("expected by the test");
        });

    assertThat(pool.submit(storage::getStore).get()).isNull();
  }

  @Test
  @DisplayName("begins each run of a periodic task with the values of its scheduling")
  void periodic() throws Exception {
    LinkedBlockingQueue<String> seen = new LinkedBlockingQueue<>();
    Runnable task =
        () -> {
          seen.add(String.valueOf(storage.getStore()));
          storage.enterWith("entered by the run before");
        };

    var rate = storage.call("rate", () -> scheduler.scheduleAtFixedRate(task, 0, 1, MILLISECONDS));
    var delay =
        storage.call("delay", () -> scheduler.scheduleWithFixedDelay(task, 0, 1, MILLISECONDS));

    for (int i = 0; i < 20; i++) {
      assertThat(seen.poll(DEADLINE_SECONDS, SECONDS)).isIn("rate", "delay");
    }
    assertThat(rate.isDone() || delay.isDone()).isFalse();
  }

  @Test
  @DisplayName("carries the values to a task that is scheduled once")
  void scheduledOnce() throws Exception {
    CompletableFuture<@Nullable String> ran = new CompletableFuture<>();

    Runnable complete = () -> ran.complete(storage.getStore());
    var scheduled = storage.call("a", () -> scheduler.schedule(complete, 1, MILLISECONDS));

    assertThat(ran.get(DEADLINE_SECONDS, SECONDS)).isEqualTo("a");
    assertThat(scheduled.get(DEADLINE_SECONDS, SECONDS)).isNull();
    assertThat(
            storage.call("b", () -> scheduler.schedule(storage::getStore, 1, MILLISECONDS)).get())
        .isEqualTo("b");
  }

  @Test
  @DisplayName("gives back from shutdownNow the tasks that were passed to execute")
  void shutdownNow() throws Exception {
    ExecutorService single = Executors.newSingleThreadExecutor();
    ExecutorService propagating = AsyncLocalStorage.propagating(single);
    CountDownLatch begun = new CountDownLatch(1);
    propagating.execute(
        () -> {
          begun.countDown();
          Thread.onSpinWait();
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
        });
    assertThat(begun.await(DEADLINE_SECONDS, SECONDS)).isTrue();
    Runnable first = () -> {};
    Runnable second = () -> {};
    propagating.execute(first);
    propagating.execute(second);

    assertThat(propagating.shutdownNow()).containsExactly(first, second);
    assertThat(propagating.isShutdown()).isTrue();
    assertThat(propagating.awaitTermination(DEADLINE_SECONDS, SECONDS)).isTrue();
    assertThat(propagating.isTerminated()).isTrue();
    assertThatThrownBy(() -> propagating.execute(first))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  @DisplayName("closes as the executor beneath it does, which for the common pool is not at all")
  void close() throws Exception {
    ExecutorService common = AsyncLocalStorage.propagating(ForkJoinPool.commonPool());
    ExecutorService own = AsyncLocalStorage.propagating(Executors.newSingleThreadExecutor());

    closeIfCloseable(common);
    closeIfCloseable(own);

    assertThat(common.isShutdown()).isFalse();
    assertThat(own.isShutdown()).isEqualTo(own instanceof AutoCloseable);
    own.shutdown();
  }

  /** An executor service is closeable from JDK 19 on. */
  private static void closeIfCloseable(ExecutorService executor) throws Exception {
    if (executor instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }

  @Test
  @DisplayName("throws what the task throws, unchanged")
  void exceptions() {
    Executor direct = AsyncLocalStorage.propagating((Executor) Runnable::run);
    IllegalStateException expected = new IllegalStateException("expected by the test");

    assertThatThrownBy(
            () ->
                direct.execute(
                    () -> {
                      throw expected;
                    }))
        .isSameAs(expected);
    assertThatThrownBy(
            () ->
                executor
                    .submit(
                        () -> {
                          throw expected;
                        })
                    .get(DEADLINE_SECONDS, TimeUnit.SECONDS))
        .hasCause(expected);
  }

  @Test
  @DisplayName("is returned as it is when it is made propagating again")
  void twice() {
    Executor plain = AsyncLocalStorage.propagating((Executor) Runnable::run);

    assertThat(AsyncLocalStorage.propagating(plain)).isSameAs(plain);
    assertThat(AsyncLocalStorage.propagating(executor)).isSameAs(executor);
    assertThat(AsyncLocalStorage.propagating(scheduler)).isSameAs(scheduler);
  }

  @Test
  @DisplayName("refuses a null task before it captures or submits anything")
  void nullTask() {
    assertThatThrownBy(() -> executor.invokeAll(java.util.Arrays.asList((Callable<String>) null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("task");
  }
}
