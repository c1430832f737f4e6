package org.asynclocal.conformance;

import static org.asynclocal.conformance.Stage.UNDEFINED;
import static org.asynclocal.conformance.Stage.await;
import static org.asynclocal.conformance.Stage.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asynclocal.AsyncLocalStorage;

/** Group als-enterwith-disable. */
final class EnterWithAndDisable {
  private EnterWithAndDisable() {}

  @Scenario("disable-04")
  static Object neverUsed(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Object before = seen(storage);
    storage.disable();
    Object once = seen(storage);
    storage.disable();
    return List.of(before, once, seen(storage));
  }

  @Scenario("disable-05")
  static Object exitAfterDisable(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    return storage.call(
        "A",
        () -> {
          storage.disable();
          Object inside = storage.exitCall(() -> seen(storage));
          return List.of(inside, seen(storage));
        });
  }

  @Scenario("disable-06")
  static Object othersKeepTheirs(Stage stage) {
    AsyncLocalStorage<String> first = AsyncLocalStorage.create();
    AsyncLocalStorage<String> second = AsyncLocalStorage.create();
    AsyncLocalStorage<String> third = AsyncLocalStorage.create();
    return first.call(
        "1",
        () ->
            second.call(
                "2",
                () -> {
                  third.enterWith("3");
                  first.disable();
                  return List.of(seen(first), seen(second), seen(third));
                }));
  }

  @Scenario("disable-11")
  static Object runOfNothing(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    return storage.call(null, () -> seen(storage));
  }

  @Scenario("enter-01")
  static Object nowInATimerInAPromise(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Object before = seen(storage);
    storage.enterWith("X");
    Object now = seen(storage);
    Object timer = await(stage.timer(() -> seen(storage)));
    Object promise = await(stage.executor.supplyAsync(() -> seen(storage)));
    return List.of(before, now, timer, promise);
  }

  @Scenario("enter-03")
  static Object endsWithTheRun(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Object inside =
        storage.call(
            "A",
            () -> {
              storage.enterWith("B");
              return seen(storage);
            });
    return List.of(inside, seen(storage));
  }

  @Scenario("enter-04")
  static Object undoneToWhatWasEnteredBefore(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    storage.enterWith("Z");
    storage.run("A", () -> storage.enterWith("B"));
    return seen(storage);
  }

  @Scenario("enter-05")
  static Object survivesAnothersRun(Stage stage) {
    AsyncLocalStorage<String> first = AsyncLocalStorage.create();
    AsyncLocalStorage<String> second = AsyncLocalStorage.create();
    first.run("s1", () -> second.enterWith("s3"));
    return List.of(seen(first), seen(second));
  }

  @Scenario("enter-06")
  static Object doesNotReachAnUnrelatedTask(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> entered = stage.executor.newIncompleteFuture();
    CompletableFuture<Object> unrelated = entered.thenApplyAsync(done -> seen(storage));
    await(
        stage.timer(
            () -> {
              storage.enterWith("X");
              return entered.complete("done");
            }));
    return List.of(await(unrelated));
  }

  @Scenario("enter-08")
  static Object afterAnAwait(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Void> async =
        stage.executor.runAsync(() -> {}).thenRunAsync(() -> storage.enterWith("after"));
    return await(async.thenApply(done -> seen(storage)));
  }

  @Scenario("enter-09")
  static Object insideAThen(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    await(stage.executor.runAsync(() -> {}).thenRun(() -> storage.enterWith("in then")));
    return seen(storage);
  }

  @Scenario("enter-10")
  static Object notInTheNextThen(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    return await(
        stage
            .executor
            .runAsync(() -> {})
            .thenRun(() -> storage.enterWith("X"))
            .thenApply(done -> seen(storage)));
  }

  @Scenario("enter-11")
  static Object fromAListener(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    List<Object> observed = new ArrayList<>();
    List<Runnable> listeners =
        List.of(() -> storage.enterWith("X"), () -> observed.add(seen(storage)));
    listeners.forEach(Runnable::run);
    observed.add(seen(storage));
    return observed;
  }

  @Scenario("enter-12")
  static Object nothingInsideRun(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Object inside =
        storage.call(
            "A",
            () -> {
              storage.enterWith(null);
              return seen(storage);
            });
    return List.of(inside, seen(storage));
  }

  @Scenario("enter-14")
  static Object thenRegisteredAfter(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> made = stage.executor.newIncompleteFuture();
    storage.enterWith("X");
    CompletableFuture<Object> then = made.thenApply(done -> seen(storage));
    stage.later(() -> made.complete("done"));
    return await(then);
  }

  @Scenario("enter-15")
  static Object thenRegisteredBefore(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Object> entered = new CompletableFuture<>();
    CompletableFuture<Object> then =
        stage
            .executor
            .completedFuture("done")
            .thenApplyAsync(
                done -> {
                  entered.join();
                  return seen(storage);
                });
    storage.enterWith("X");
    entered.complete(UNDEFINED);
    return await(then);
  }
}
