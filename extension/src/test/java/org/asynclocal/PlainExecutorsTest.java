package org.asynclocal;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.AsyncLocalStorage.bindRunnable;
import static org.asynclocal.AsyncLocalStorage.propagating;

import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tests each row of the guide to executors. */
@DisplayName("With executors, futures and timers of the JDK,")
@Timeout(20)
class PlainExecutorsTest {
  private static final String NONE = "none";
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("plain");

  private final ExecutorService executor = Executors.newFixedThreadPool(2);
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
  private final ExecutorService pool = propagating(executor);
  private final ScheduledExecutorService timer = propagating(scheduler);

  @AfterEach
  void shutDown() {
    executor.shutdownNow();
    scheduler.shutdownNow();
  }

  @Test
  @DisplayName("a task of a propagating executor reads the store of the submit")
  void tasks() throws Exception {
    CompletableFuture<String> executed = new CompletableFuture<>();
    Callable<String> task = PlainExecutorsTest::store;
    List<String> read =
        STORE.<List<String>, Exception>call(
            "caller",
            () -> {
              pool.execute(() -> executed.complete(store()));
              return List.of(
                  executed.get(),
                  pool.submit(task).get(),
                  pool.invokeAll(List.of(task)).get(0).get(),
                  pool.invokeAny(List.of(task)));
            });

    assertThat(read).hasSize(4).containsOnly("caller");
  }

  @Test
  @DisplayName("a task of a propagating scheduler reads the store of the scheduling each time")
  void scheduledTasks() throws Exception {
    BlockingQueue<String> read = new LinkedBlockingQueue<>();
    Runnable task = () -> read.add(store());
    List<ScheduledFuture<?>> scheduled =
        STORE.call(
            "caller",
            () ->
                List.of(
                    timer.schedule(task, 1, MILLISECONDS),
                    timer.scheduleAtFixedRate(task, 1, 1, MILLISECONDS),
                    timer.scheduleWithFixedDelay(task, 1, 1, MILLISECONDS)));

    assertThat(scheduled).hasSize(3);
    for (int i = 0; i < 8; i++) {
      assertThat(read.take()).isEqualTo("caller");
    }
  }

  @Test
  @DisplayName("supplyAsync on a propagating executor reads the store of the call")
  void supplied() {
    assertThat(inCaller(() -> supplyAsync(PlainExecutorsTest::store, pool)).join())
        .isEqualTo("caller");
  }

  @Test
  @DisplayName("a stage reads the store of the thread that completes the stage before it")
  void stages() {
    CompletableFuture<Void> source = new CompletableFuture<>();
    CompletableFuture<String> inline = inCaller(() -> source.thenApply(done -> store()));
    CompletableFuture<String> pooled = inCaller(() -> source.thenApplyAsync(done -> store(), pool));
    STORE.run("completer", () -> assertThat(source.complete(null)).isTrue());

    assertThat(List.of(inline.join(), pooled.join())).containsOnly("completer");
  }

  @Test
  @DisplayName("a stage with a bound function reads the store of its registration")
  void boundStages() {
    CompletableFuture<Void> source = new CompletableFuture<>();
    CompletableFuture<String> bound =
        inCaller(
            () -> source.thenApply(AsyncLocalStorage.<Void, String>bindFunction(done -> store())));
    STORE.run("completer", () -> assertThat(source.complete(null)).isTrue());

    assertThat(bound.join()).isEqualTo("caller");
  }

  @Test
  @DisplayName("a stage after allOf reads the store of the thread that completes the last stage")
  void allOf() {
    CompletableFuture<Void> last = new CompletableFuture<>();
    CompletableFuture<String> read =
        inCaller(() -> CompletableFuture.allOf(last).thenApply(done -> store()));
    STORE.run("completer", () -> assertThat(last.complete(null)).isTrue());

    assertThat(read.join()).isEqualTo("completer");
  }

  @Test
  @DisplayName("a bound task after allOf reads the store of its registration")
  void boundAllOf() {
    CompletableFuture<Void> last = new CompletableFuture<>();
    CompletableFuture<String> read = new CompletableFuture<>();
    CompletableFuture<Void> end =
        inCaller(
            () ->
                CompletableFuture.allOf(last).thenRun(bindRunnable(() -> read.complete(store()))));
    STORE.run("completer", () -> assertThat(last.complete(null)).isTrue());
    end.join();

    assertThat(read.join()).isEqualTo("caller");
  }

  @Test
  @DisplayName("a delayed executor over a propagating one loses the store")
  void delayed() {
    assertThat(
            inCaller(
                    () ->
                        supplyAsync(
                            PlainExecutorsTest::store, delayedExecutor(1, MILLISECONDS, pool)))
                .join())
        .isEqualTo(NONE);
  }

  @Test
  @DisplayName("a propagating executor over a delayed one reads the store of the call")
  void propagatingDelayed() {
    assertThat(
            inCaller(
                    () ->
                        supplyAsync(
                            PlainExecutorsTest::store,
                            propagating(delayedExecutor(1, MILLISECONDS, executor))))
                .join())
        .isEqualTo("caller");
  }

  @Test
  @DisplayName("a callback after a timeout reads no store unless it is bound")
  void timeouts() {
    CompletableFuture<String> plain =
        inCaller(
            () ->
                new CompletableFuture<String>()
                    .completeOnTimeout("", 200, MILLISECONDS)
                    .thenApply(late -> store()));
    CompletableFuture<String> bound =
        inCaller(
            () ->
                new CompletableFuture<String>()
                    .orTimeout(20, MILLISECONDS)
                    .exceptionally(
                        AsyncLocalStorage.<Throwable, String>bindFunction(late -> store())));

    assertThat(List.of(plain.join(), bound.join())).containsExactly(NONE, "caller");
  }

  @Test
  @DisplayName("a timer task that calls a bound task reads the store of the binding")
  void timerTask() {
    CompletableFuture<String> read = new CompletableFuture<>();
    Runnable bound = STORE.call("caller", () -> bindRunnable(() -> read.complete(store())));
    Timer javaTimer = new Timer(true);
    javaTimer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            bound.run();
          }
        },
        1);

    assertThat(read.join()).isEqualTo("caller");
    javaTimer.cancel();
  }

  @Test
  @DisplayName("a parallel stream reads the caller's store on the caller's thread only")
  void parallelStream() {
    Thread caller = Thread.currentThread();
    Set<String> elsewhere = ConcurrentHashMap.newKeySet();
    Set<String> here = ConcurrentHashMap.newKeySet();
    STORE.run(
        "caller",
        () ->
            IntStream.range(0, 1_000)
                .parallel()
                .forEach(i -> (Thread.currentThread() == caller ? here : elsewhere).add(store())));

    assertThat(here).isSubsetOf("caller");
    assertThat(elsewhere).isSubsetOf(NONE);
  }

  private static <R> CompletableFuture<R> inCaller(Supplier<CompletableFuture<R>> operation) {
    return STORE.call("caller", operation::get);
  }

  private static String store() {
    return STORE.orElse(NONE);
  }
}
