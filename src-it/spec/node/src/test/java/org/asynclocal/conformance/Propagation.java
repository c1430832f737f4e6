package org.asynclocal.conformance;

import static org.asynclocal.conformance.Stage.await;
import static org.asynclocal.conformance.Stage.seen;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.hooks.AsyncResource;
import org.jspecify.annotations.Nullable;

/** Group propagation. */
final class Propagation {
  private Propagation() {}

  @Scenario("prop-04")
  static Object queuedTask(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> observed = new CompletableFuture<>();
    storage.run("A", () -> stage.executor.execute(() -> observed.complete(seen(storage))));
    return await(observed);
  }

  @Scenario("prop-05")
  static Object interval(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    List<Object> observed = new CopyOnWriteArrayList<>();
    CountDownLatch ticks = new CountDownLatch(3);
    Future<?> interval =
        storage.call(
            "A",
            () ->
                stage.interval(
                    () -> {
                      observed.add(seen(storage));
                      if (observed.size() == 2) {
                        storage.enterWith("X");
                      }
                      ticks.countDown();
                    }));
    boolean ticked = ticks.await(20, TimeUnit.SECONDS);
    interval.cancel(false);
    return ticked ? observed.subList(0, 3) : observed;
  }

  @Scenario("prop-06")
  static Object registrationWins(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> promise = stage.executor.newIncompleteFuture();
    CompletableFuture<Object> then =
        storage.call("A", () -> promise.thenApply(done -> seen(storage)));
    stage.later(() -> promise.complete("done"));
    return await(then);
  }

  @Scenario("prop-08")
  static Object operationThatMakesAPromise(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    return await(storage.call("A", () -> promise(stage, resolve -> resolve.accept(seen(storage)))));
  }

  private static CompletableFuture<Object> promise(
      Stage stage, Consumer<Consumer<Object>> operation) {
    CompletableFuture<Object> promise = stage.executor.newIncompleteFuture();
    operation.accept(promise::complete);
    return promise;
  }

  @Scenario("prop-11")
  static Object foreignStage(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Thenable thenable = new Thenable(stage, storage);
    CompletableFuture<Object> after =
        storage.call("A", () -> stage.executor.copy(thenable).thenApply(done -> seen(storage)));
    Object last = await(after);
    return List.of(await(thenable.seenInThen), last);
  }

  /** Someone's own stage, which calls back later, from another thread. */
  private static final class Thenable extends CompletableFuture<Object> {
    private final Stage stage;
    private final AsyncLocalStorage<String> storage;
    private final CompletableFuture<Object> seenInThen = new CompletableFuture<>();

    Thenable(Stage stage, AsyncLocalStorage<String> storage) {
      this.stage = stage;
      this.storage = storage;
    }

    @Override
    public CompletableFuture<Object> whenComplete(
        BiConsumer<? super Object, ? super @Nullable Throwable> callback) {
      seenInThen.complete(seen(storage));
      stage.later(() -> callback.accept("done", null));
      return this;
    }
  }

  @Scenario("prop-14")
  static Object listenerRunsInTheEmitter(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    List<Runnable> listeners = new ArrayList<>();
    List<Object> observed = new ArrayList<>();
    storage.run("A", () -> listeners.add(() -> observed.add(seen(storage))));
    storage.run("B", () -> listeners.forEach(Runnable::run));
    return observed.get(0);
  }

  @Scenario("prop-17")
  static Object awaitedEvent(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    List<Runnable> listeners = new ArrayList<>();
    CompletableFuture<Object> awaited =
        storage.call(
            "A",
            () -> {
              CompletableFuture<Object> once = stage.executor.newIncompleteFuture();
              listeners.add(() -> once.complete("event"));
              return once.thenApply(event -> seen(storage));
            });
    storage.run("B", () -> listeners.forEach(Runnable::run));
    return await(awaited);
  }

  @Scenario("prop-19")
  static Object poolWithResources(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    record Query(Runnable callback, AsyncResource resource) {}
    List<Query> queue = new ArrayList<>();
    List<Object> observed = new ArrayList<>();
    storage.run(
        "A",
        () -> queue.add(new Query(() -> observed.add(seen(storage)), new AsyncResource("QUERY"))));
    storage.run(
        "B", () -> queue.forEach(query -> query.resource.runInAsyncScope(query.callback::run)));
    return observed.get(0);
  }

  @Scenario("prop-22")
  static Object socket(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    try (Loopback.Greeter server = new Loopback.Greeter()) {
      return await(storage.call("A", () -> Loopback.onData(server.port(), () -> seen(storage))));
    }
  }

  @Scenario("prop-23")
  static Object requestsOverOneConnection(Stage stage) throws Exception {
    AsyncLocalStorage<Integer> storage = AsyncLocalStorage.create();
    try (Loopback.Web web = new Loopback.Web(exchange -> Loopback.answer(exchange, "hello"))) {
      List<CompletableFuture<Object>> responses = new ArrayList<>();
      CompletableFuture<?> previous = stage.executor.completedFuture("start");
      for (int request = 0; request < 3; request++) {
        CompletableFuture<?> turn = previous;
        CompletableFuture<Object> response =
            storage.call(
                request,
                () ->
                    turn.thenCompose(done -> stage.executor.copy(web.get("/")))
                        .thenApply(answer -> seen(storage)));
        responses.add(response);
        previous = response;
      }
      List<Object> observed = new ArrayList<>();
      for (CompletableFuture<Object> response : responses) {
        observed.add(await(response));
      }
      return web.connections() == 1 ? observed : web.connections() + " connections";
    }
  }

  @Scenario("prop-24")
  static Object requestsAtTheSameTime(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CountDownLatch all = new CountDownLatch(3);
    try (Loopback.Web web =
        new Loopback.Web(
            exchange -> {
              String id = exchange.getRequestURI().getPath();
              storage.run(
                  id,
                  () -> {
                    all.countDown();
                    all.await(20, TimeUnit.SECONDS);
                    CompletableFuture<String> unused =
                        stage.timer(
                            () -> {
                              Loopback.answer(exchange, id + ":" + seen(storage));
                              return id;
                            });
                  });
            })) {
      List<CompletableFuture<String>> replies = new ArrayList<>();
      for (String id : List.of("/1", "/2", "/3")) {
        replies.add(web.get(id));
      }
      List<Object> observed = new ArrayList<>();
      for (CompletableFuture<String> reply : replies) {
        observed.add(await(reply));
      }
      return observed;
    }
  }

  @Scenario("prop-27")
  static Object callbackOfAForeignPool(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> observed = new CompletableFuture<>();
    storage.run(
        "A",
        () ->
            randomBytes(AsyncLocalStorage.bindConsumer(bytes -> observed.complete(seen(storage)))));
    return await(observed);
  }

  private static void randomBytes(Consumer<byte[]> callback) {
    ForkJoinPool.commonPool()
        .execute(
            () -> {
              byte[] bytes = new byte[1];
              new SecureRandom().nextBytes(bytes);
              callback.accept(bytes);
            });
  }

  @Scenario("prop-28")
  static Object handlerOfRejections(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> observed = new CompletableFuture<>();
    Consumer<@Nullable Throwable> handler = rejection -> observed.complete(seen(storage));
    CompletableFuture<Void> rejected =
        storage.call(
            "A",
            () ->
                stage
                    .executor
                    .runAsync(
                        () -> {
                          throw new IllegalStateException("rejected");
                        })
                    .whenComplete((nothing, rejection) -> handler.accept(rejection)));
    Object seen = await(observed);
    return rejected.handle((nothing, rejection) -> rejection != null).get() ? seen : "no rejection";
  }

  @Scenario("prop-29")
  static Object handlerOfAFailedTask(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> observed = new CompletableFuture<>();
    Consumer<Throwable> handler = thrown -> observed.complete(seen(storage));
    ThreadPoolExecutor flow = storage.call("A", () -> threadsOfThisFlow(handler));
    try {
      flow.execute(
          () -> {
            throw new IllegalStateException("uncaught, on purpose");
          });
      return await(observed);
    } finally {
      flow.shutdownNow();
    }
  }

  /** An executor whose threads have the caller's values, with a handler of what tasks throw. */
  private static ThreadPoolExecutor threadsOfThisFlow(Consumer<Throwable> handler) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        AsyncLocalStorage.snapshot().bindThreadFactory(Propagation::quietThread)) {
      @Override
      protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
        if (thrown != null) {
          handler.accept(thrown);
        }
      }
    };
  }

  private static Thread quietThread(Runnable task) {
    Thread thread = new Thread(task);
    thread.setUncaughtExceptionHandler((where, thrown) -> {});
    return thread;
  }

  @Scenario("prop-30")
  static Object taskAfterAFailedOne(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> observed = new CompletableFuture<>();
    ScheduledExecutorService oneThread = new ScheduledThreadPoolExecutor(1);
    try {
      Future<?> failed =
          storage.call(
              "A",
              () ->
                  oneThread.submit(
                      AsyncLocalStorage.bindRunnable(
                          () -> {
                            storage.enterWith("entered");
                            throw new IllegalStateException("on purpose");
                          })));
      Future<?> unrelated = oneThread.submit(() -> observed.complete(seen(storage)));
      await(unrelated);
      return failed.isDone() ? await(observed) : "not failed";
    } finally {
      oneThread.shutdownNow();
    }
  }

  @Scenario("prop-32")
  static Object promisifiedCallback(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> promisified = stage.executor.newIncompleteFuture();
    CompletableFuture<Object> awaited =
        storage.call("A", () -> promisified.thenApply(result -> seen(storage)));
    stage.later(() -> storage.run("B", () -> promisified.complete("result")));
    return await(awaited);
  }

  @Scenario("prop-33")
  static Object deepChain(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> observed = new CompletableFuture<>();
    Runnable inPromise =
        () -> {
          CompletableFuture<Void> unused =
              stage
                  .executor
                  .completedFuture("promise")
                  .thenAccept(promise -> observed.complete(seen(storage)));
        };
    Runnable inTick = () -> stage.executor.execute(inPromise);
    Runnable inImmediate = () -> stage.later(AsyncLocalStorage.bindRunnable(inTick));
    storage.run("A", () -> stage.later(AsyncLocalStorage.bindRunnable(inImmediate)));
    return await(observed);
  }

  @Scenario("prop-35")
  static Object taskCancelledThroughTheStore(Stage stage) throws Exception {
    AsyncLocalStorage<CompletableFuture<Runnable>> storage = AsyncLocalStorage.create();
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch cancelled = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      CompletableFuture<Runnable> store = new CompletableFuture<>();
      Future<?> interval =
          storage.call(store, () -> stage.interval(() -> cancel(storage, runs, cancelled)));
      store.complete(() -> interval.cancel(false));
    }
    return cancelled.await(20, TimeUnit.SECONDS) ? runs.get() : "not all cancelled";
  }

  private static void cancel(
      AsyncLocalStorage<CompletableFuture<Runnable>> storage,
      AtomicInteger runs,
      CountDownLatch cancelled) {
    runs.incrementAndGet();
    CompletableFuture<Runnable> store = storage.getStore();
    if (store != null) {
      store.join().run();
      cancelled.countDown();
    }
  }

  @Scenario("prop-36")
  static Object delayedFuture(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    return await(
        storage.call(
            "A",
            () ->
                stage
                    .executor
                    .copy(
                        CompletableFuture.supplyAsync(
                            () -> "late",
                            CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS)))
                    .thenApply(late -> seen(storage))));
  }
}
