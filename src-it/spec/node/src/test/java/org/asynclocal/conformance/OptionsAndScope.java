package org.asynclocal.conformance;

import static org.asynclocal.conformance.Stage.await;
import static org.asynclocal.conformance.Stage.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.Scope;

/** Group als-options-scope. */
final class OptionsAndScope {
  private OptionsAndScope() {}

  private static AsyncLocalStorage<Integer> withDefault() {
    return AsyncLocalStorage.create(42);
  }

  @Scenario("opt-03")
  static Object nothingHidesTheDefault(Stage stage) {
    AsyncLocalStorage<Integer> storage = withDefault();
    Object inside = storage.call(null, () -> seen(storage));
    return List.of(inside, seen(storage));
  }

  @Scenario("opt-06")
  static Object runOfTheDefault(Stage stage) throws Exception {
    AsyncLocalStorage<Integer> storage = withDefault();
    List<Object> observed = new ArrayList<>();
    CompletableFuture<Object> timer =
        storage.call(
            42,
            () -> {
              observed.add(seen(storage));
              return stage.timer(() -> seen(storage));
            });
    observed.add(await(timer));
    return observed;
  }

  @Scenario("opt-07")
  static Object enterWithNothing(Stage stage) {
    AsyncLocalStorage<Integer> storage = withDefault();
    storage.enterWith(null);
    return seen(storage);
  }

  @Scenario("opt-08")
  static Object names(Stage stage) {
    return List.of(
        AsyncLocalStorage.named("req").name(),
        AsyncLocalStorage.create().name(),
        AsyncLocalStorage.named(String.valueOf(7)).name());
  }

  @Scenario("opt-10")
  static Object nameIsReadOnly(Stage stage) {
    try {
      AsyncLocalStorage.class.getDeclaredField("name").set(AsyncLocalStorage.named("req"), "other");
      return "assigned";
    } catch (ReflectiveOperationException refused) {
      return refused;
    }
  }

  @Scenario("scope-02")
  static Object closedTwice(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Scope scope = storage.withScope("X");
    scope.close();
    storage.enterWith("Y");
    scope.close();
    return seen(storage);
  }

  @Scenario("scope-03")
  static Object nested(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Scope outer = storage.withScope("1");
    Scope inner = storage.withScope("2");
    List<Object> observed = new ArrayList<>();
    observed.add(seen(storage));
    inner.close();
    observed.add(seen(storage));
    outer.close();
    observed.add(seen(storage));
    return observed;
  }

  @Scenario("scope-05")
  static Object closedByTheLanguage(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    try (Scope scope = storage.withScope("X")) {
      if (!seen(storage).equals("X")) {
        return scope;
      }
    }
    return seen(storage);
  }

  @Scenario("scope-06")
  static Object openedByAnAsyncMethod(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    CompletableFuture<Void> unfinished = openThenAwait(stage, storage);
    return unfinished.isDone() ? "finished" : seen(storage);
  }

  private static CompletableFuture<Void> openThenAwait(
      Stage stage, AsyncLocalStorage<String> storage) {
    Scope scope = storage.withScope("X");
    CompletableFuture<Void> event = stage.executor.newIncompleteFuture();
    return event.thenRunAsync(scope::close);
  }

  @Scenario("scope-07")
  static Object neverClosed(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    storage.call("A", () -> storage.withScope("B"));
    return seen(storage);
  }

  @Scenario("scope-08")
  static Object closedInALaterContinuation(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    storage.enterWith("Z");
    Scope scope = storage.withScope("X");
    return await(
        stage.executor.supplyAsync(
            () -> {
              scope.close();
              return seen(storage);
            }));
  }
}
