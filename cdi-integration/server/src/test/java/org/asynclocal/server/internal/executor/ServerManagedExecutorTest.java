package org.asynclocal.server.internal.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.context.SmallRyeContextManager;
import io.smallrye.context.SmallRyeThreadContext;
import io.smallrye.context.impl.DefaultValues;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.asynclocal.server.internal.provider.RankedProvider;
import org.asynclocal.server.internal.provider.RecordingProvider;
import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An executor of the kit")
class ServerManagedExecutorTest {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("executor");

  private final List<String> record =
      java.util.Collections.synchronizedList(new java.util.ArrayList<>());
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final KitExecutorService threads = new KitExecutorService(pool, () -> {}, null);
  private final ServerManagedExecutor executor = executor();

  private ServerManagedExecutor executor() {
    SmallRyeContextManager manager =
        new SmallRyeContextManager.Builder()
            .withThreadContextProviders(
                new RankedProvider(0, new AsyncLocalContextProvider(), threads.gate()),
                new RankedProvider(1, new RecordingProvider("counted", record)))
            .withDefaultValues(DefaultValues.empty())
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

  @AfterEach
  void stop() throws InterruptedException {
    pool.shutdownNow();
    assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  @DisplayName("captures once for a task and once for each stage, asynchronous ones too")
  void oneCapture() throws Exception {
    CompletableFuture<Void> last =
        executor.supplyAsync(() -> 1).thenApplyAsync(x -> x).thenRunAsync(() -> {});
    get(last);
    assertThat(record.stream().filter("capture counted"::equals)).hasSize(3);
    assertThat(record.stream().filter("begin counted"::equals)).hasSize(3);
  }

  @Test
  @DisplayName("gives a stage of a plain future nothing of the thread that completes that")
  void stageOfAPlainFuture() throws Exception {
    CompletableFuture<Integer> plain = new CompletableFuture<>();
    CompletableFuture<String> stage =
        plain.thenApplyAsync(x -> String.valueOf(STORE.getStore()), executor);
    CompletableFuture<Void> run = plain.thenRunAsync(() -> record.add("ran"), executor);
    STORE.run("stranger", () -> plain.complete(1));
    assertThat(get(stage)).isEqualTo("null");
    get(run);
    assertThat(record).containsExactly("ran");
  }

  @Test
  @DisplayName("carries a task that a plain future submits")
  void plainFuture() throws Exception {
    CompletableFuture<String> future =
        STORE.call("a", () -> CompletableFuture.supplyAsync(STORE::getStore, executor));
    assertThat(get(future)).isEqualTo("a");
  }

  @Test
  @DisplayName("throws what a task throws, as the cause")
  void failure() {
    CompletableFuture<Integer> failed =
        executor.supplyAsync(
            () -> {
              throw new IllegalArgumentException("meant to fail");
            });
    assertThatThrownBy(() -> get(failed))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName(
      "completes every future when its application stops, whatever the server's queue does")
  void stopped() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    List<Future<?>> atWork = List.of(occupy(release), occupy(release));
    CompletableFuture<Integer> done = executor.completedFuture(1);
    CompletableFuture<Integer> supplied = executor.supplyAsync(() -> 1);
    CompletableFuture<Integer> stage = done.thenApplyAsync(x -> x);
    CompletableFuture<String> recovered = supplied.handle((x, failure) -> "handled");
    List<Future<?>> waiting = List.of(supplied, stage, executor.submit(() -> 1));
    threads.stop();
    for (Future<?> task : waiting) {
      assertThatThrownBy(() -> get(task)).rootCause().hasMessageContaining("ASYNCLOCAL-116");
    }
    assertThat(get(recovered)).isEqualTo("handled");
    assertThatThrownBy(() -> executor.submit(() -> 2))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("ASYNCLOCAL-116");
    release.countDown();
    for (Future<?> task : atWork) {
      assertThat(get(task)).isEqualTo("interrupted");
    }
    assertThat(pool.submit(Thread::interrupted).get()).isFalse();
  }

  @Test
  @DisplayName("completes every future when its application stops, beside a task that throws")
  void stoppedBesideAFailure() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    List<Future<?>> atWork = List.of(occupy(release), occupy(release));
    List<CompletableFuture<Integer>> waiting = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      int number = i;
      threads.execute(
          () -> {
            throw new IllegalStateException("failure " + number + ", as intended");
          });
      waiting.add(executor.supplyAsync(() -> number));
    }
    threads.stop();
    for (Future<?> task : waiting) {
      assertThatThrownBy(() -> get(task)).rootCause().hasMessageContaining("ASYNCLOCAL-116");
    }
    release.countDown();
    for (Future<?> task : atWork) {
      get(task);
    }
  }

  @Test
  @DisplayName("does not run a task whose future is done before the task begins")
  void doneBeforeItBegins() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    List<Future<?>> atWork = List.of(block(release), block(release));
    CompletableFuture<Boolean> cancelled = executor.supplyAsync(() -> record.add("cancelled"));
    CompletableFuture<Void> timedOut = executor.runAsync(() -> record.add("timed out"));
    CompletableFuture<Void> completed = executor.runAsync(() -> record.add("completed"));
    assertThat(cancelled.cancel(true)).isTrue();
    assertThatThrownBy(() -> get(timedOut.orTimeout(1, TimeUnit.MILLISECONDS)))
        .hasCauseInstanceOf(TimeoutException.class);
    completed.complete(null);
    record.clear();
    release.countDown();
    for (Future<?> task : atWork) {
      get(task);
    }
    get(executor.submit(() -> record.add("next")));
    get(executor.submit(() -> record.add("next")));
    assertThat(record).doesNotContain("cancelled", "timed out", "completed").contains("next");
  }

  private Future<?> block(CountDownLatch release) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<?> task =
        executor.submit(
            () -> {
              begun.countDown();
              return release.await(30, TimeUnit.SECONDS);
            });
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    return task;
  }

  /** A task that takes a thread until it is interrupted, and then until it is released. */
  private Future<String> occupy(CountDownLatch release) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Future<String> task =
        executor.submit(
            () -> {
              begun.countDown();
              try {
                new CountDownLatch(1).await();
                return "not interrupted";
              } catch (InterruptedException e) {
                release.await();
                Thread.currentThread().interrupt();
                return "interrupted";
              }
            });
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    return task;
  }

  @Test
  @DisplayName("refuses a wait that nothing could end, and goes on")
  void stalled() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    Future<Integer> one = executor.submit(() -> nestedJoin(both));
    Future<Integer> two = executor.submit(() -> nestedJoin(both));
    int refused = 0;
    for (Future<Integer> each : List.of(one, two)) {
      try {
        assertThat(get(each)).isEqualTo(1);
      } catch (ExecutionException e) {
        assertThat(e).hasMessageContaining("ASYNCLOCAL-114");
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 2);
    assertThat(get(executor.submit(() -> 2))).isEqualTo(2);
  }

  private Integer nestedJoin(CountDownLatch both) throws InterruptedException {
    both.countDown();
    assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
    return executor.supplyAsync(() -> 1).join();
  }

  @Test
  @DisplayName("lets a task wait for one that has begun, however long that takes")
  void waitsForARunningTask() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Integer> inner =
        executor.supplyAsync(
            () -> {
              begun.countDown();
              await(release);
              return 1;
            });
    await(begun);
    Future<Integer> outer = executor.submit(() -> inner.join());
    release.countDown();
    assertThat(get(outer)).isEqualTo(1);
  }

  @Test
  @DisplayName("does not stop the server's threads")
  void serversThreads() {
    assertThatThrownBy(threads::shutdown).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(threads::shutdownNow).isInstanceOf(IllegalStateException.class);
    assertThat(pool.isShutdown()).isFalse();
  }

  @Test
  @DisplayName("leaves the caller's store as it was when a task is rejected")
  void rejected() {
    pool.shutdown();
    STORE.run(
        "caller",
        () -> {
          assertThatThrownBy(() -> executor.submit(() -> 1))
              .isInstanceOf(RejectedExecutionException.class);
          assertThat(STORE.getStore()).isEqualTo("caller");
        });
    assertThat(record).containsExactly("capture counted");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static <T> T get(Future<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }
}
