package org.asynclocal.conformance;

import static org.asynclocal.conformance.Stage.await;
import static org.asynclocal.conformance.Stage.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asynclocal.AsyncLocalStorage;

/** Group als-run-exit. */
final class RunAndExit {
  private RunAndExit() {}

  @Scenario("run-01")
  static Object newStorage(Stage stage) {
    return seen(AsyncLocalStorage.create());
  }

  @Scenario("run-02")
  static Object insideAndAfter(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Object inside = storage.call("A", () -> seen(storage));
    return List.of(inside, seen(storage));
  }

  @Scenario("run-03")
  static Object argumentsAndResult(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    int one = 1;
    int two = 2;
    int three = 3;
    return storage.call("A", () -> one + two + three);
  }

  @Scenario("run-04")
  static Object outerInnerAndBack(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    List<Object> observed = new ArrayList<>();
    storage.run(
        "o",
        () -> {
          observed.add(seen(storage));
          storage.run("i", () -> observed.add(seen(storage)));
          observed.add(seen(storage));
        });
    observed.add(seen(storage));
    return observed;
  }

  @Scenario("run-05")
  static Object theVeryException(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Exception thrown = new Exception("E");
    try {
      storage.run(
          "A",
          () -> {
            throw thrown;
          });
      return "nothing thrown";
    } catch (Exception caught) {
      return List.of(caught == thrown, seen(storage));
    }
  }

  @Scenario("run-06")
  static Object afterACaughtException(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    return storage.call(
        "A",
        () -> {
          try {
            storage.run(
                "B",
                () -> {
                  throw new IllegalStateException("E");
                });
          } catch (IllegalStateException expected) {
            return seen(storage);
          }
          return "nothing thrown";
        });
  }

  @Scenario("run-09")
  static Object absenceInsideRun(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    return storage.call(
        "A",
        () ->
            List.of(
                storage.<Object, RuntimeException>call(null, () -> seen(storage)), seen(storage)));
  }

  @Scenario("run-12")
  static Object twoStorages(Stage stage) {
    AsyncLocalStorage<String> first = AsyncLocalStorage.create();
    AsyncLocalStorage<String> second = AsyncLocalStorage.create();
    List<Object> observed = new ArrayList<>();
    first.run(
        "1",
        () -> {
          observed.add(List.of(seen(first), seen(second)));
          second.run("2", () -> observed.add(List.of(seen(first), seen(second))));
          observed.add(List.of(seen(first), seen(second)));
        });
    observed.add(List.of(seen(first), seen(second)));
    return observed;
  }

  @Scenario("run-15")
  static Object aThousandLevels(Stage stage) {
    AsyncLocalStorage<Integer> storage = AsyncLocalStorage.create();
    return restoredLevels(storage, 1000);
  }

  private static int restoredLevels(AsyncLocalStorage<Integer> storage, int level) {
    if (level == 0) {
      return 0;
    }
    Object outside = seen(storage);
    int inner = storage.call(level, () -> restoredLevels(storage, level - 1));
    return inner + (seen(storage).equals(outside) ? 1 : 0);
  }

  @Scenario("run-16")
  static Object survivesAwaits(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    List<Object> observed = new ArrayList<>();
    CompletableFuture<Boolean> flow =
        storage.call(
            "A",
            () -> {
              observed.add(seen(storage));
              return stage
                  .executor
                  .runAsync(() -> {})
                  .thenApplyAsync(done -> observed.add(seen(storage)));
            });
    await(flow);
    observed.add(seen(storage));
    return observed;
  }

  @Scenario("exit-01")
  static Object exitInsideRun(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    return storage.call(
        "A",
        () ->
            List.of(
                storage.<Object, RuntimeException>exitCall(() -> seen(storage)), seen(storage)));
  }

  @Scenario("exit-02")
  static Object exitsArgumentsAndResult(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    int two = 2;
    int three = 3;
    return storage.exitCall(() -> two + three);
  }

  @Scenario("exit-03")
  static Object exitThrows(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    return storage.call(
        "A",
        () -> {
          try {
            storage.exit(
                () -> {
                  throw new IllegalStateException("E");
                });
          } catch (IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage()), seen(storage));
          }
          return "nothing thrown";
        });
  }

  @Scenario("exit-06")
  static Object exitOutsideRun(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Object inside = storage.exitCall(() -> seen(storage));
    return List.of(inside, seen(storage));
  }

  @Scenario("exit-09")
  static Object aHundredPairs(Stage stage) {
    AsyncLocalStorage<Integer> storage = AsyncLocalStorage.create();
    return pairsAreClean(storage, 100) && seen(storage).equals(Stage.UNDEFINED);
  }

  private static boolean pairsAreClean(AsyncLocalStorage<Integer> storage, int pairs) {
    if (pairs == 0) {
      return true;
    }
    return storage.call(
        pairs,
        () -> {
          boolean inner =
              storage.exitCall(
                  () ->
                      seen(storage).equals(Stage.UNDEFINED)
                          && pairsAreClean(storage, pairs - 1)
                          && seen(storage).equals(Stage.UNDEFINED));
          return inner && seen(storage).equals(pairs);
        });
  }
}
