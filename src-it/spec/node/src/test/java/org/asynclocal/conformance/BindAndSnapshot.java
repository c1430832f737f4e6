package org.asynclocal.conformance;

import static org.asynclocal.conformance.Stage.await;
import static org.asynclocal.conformance.Stage.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.jspecify.annotations.NullUnmarked;

/** Group als-bind-snapshot. */
final class BindAndSnapshot {
  private BindAndSnapshot() {}

  @Scenario("bind-03")
  @NullUnmarked // as a caller whose build checks no nulls
  static Object whatIsNoFunction(Stage stage) {
    List<Runnable> calls =
        List.of(
            () -> AsyncLocalStorage.bindRunnable(null),
            () -> AsyncLocalStorage.bindCallable(null),
            () -> AsyncLocalStorage.bindSupplier(null),
            () -> AsyncLocalStorage.bindFunction(null),
            () -> AsyncLocalStorage.bindConsumer(null));
    List<Object> observed = new ArrayList<>();
    for (Runnable call : calls) {
      try {
        call.run();
        observed.add("accepted");
      } catch (RuntimeException refused) {
        observed.add(refused);
      }
    }
    return observed;
  }

  @Scenario("bind-06")
  static Object boundThrows(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Exception thrown = new Exception("E");
    Callable<Object> bound =
        storage.call(
            "A",
            () ->
                AsyncLocalStorage.bindCallable(
                    () -> {
                      throw thrown;
                    }));
    return storage.call(
        "B",
        () -> {
          try {
            return bound.call();
          } catch (Exception caught) {
            return List.of(caught == thrown, seen(storage));
          }
        });
  }

  @Scenario("bind-07")
  static Object boundToNothing(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Supplier<Object> bound = AsyncLocalStorage.bindSupplier(() -> seen(storage));
    return storage.call("B", () -> List.of(bound.get(), seen(storage)));
  }

  @Scenario("bind-08")
  static Object calledOften(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Supplier<Object> bound =
        storage.call("A", () -> AsyncLocalStorage.bindSupplier(() -> seen(storage)));
    return List.of(bound.get(), storage.call("B", bound::get), bound.get());
  }

  @Scenario("bind-09")
  static Object enterWithInside(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Supplier<Object> bound =
        storage.call(
            "A",
            () ->
                AsyncLocalStorage.bindSupplier(
                    () -> {
                      Object before = seen(storage);
                      storage.enterWith("X");
                      return before;
                    }));
    return List.of(bound.get(), bound.get(), seen(storage));
  }

  @Scenario("bind-10")
  static Object asyncWorkInside(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    Supplier<CompletableFuture<Object>> bound =
        storage.call(
            "A", () -> AsyncLocalStorage.bindSupplier(() -> stage.timer(() -> seen(storage))));
    return await(storage.call("B", bound::get));
  }

  @Scenario("bind-11")
  static Object storageMadeLater(Stage stage) {
    List<Runnable> readers = new ArrayList<>();
    Runnable bound = AsyncLocalStorage.bindRunnable(() -> readers.forEach(Runnable::run));
    AsyncLocalStorage<String> later = AsyncLocalStorage.create();
    List<Object> observed = new ArrayList<>();
    readers.add(() -> observed.add(seen(later)));
    later.run("V", bound::run);
    return observed.get(0);
  }

  @Scenario("snap-02")
  static Object snapshotsArgumentsAndResult(Stage stage) {
    BiFunction<String, String, String> bound =
        AsyncLocalStorage.snapshot().bindBiFunction((left, right) -> left + "+" + right);
    return bound.apply("a", "b");
  }

  @Scenario("snap-03")
  static Object snapshotOfNothing(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    ContextSnapshot nothing = AsyncLocalStorage.snapshot();
    return storage.call(
        "B",
        () -> List.of(nothing.<Object, RuntimeException>call(() -> seen(storage)), seen(storage)));
  }

  @Scenario("snap-04")
  static Object allStoragesAtOnce(Stage stage) {
    AsyncLocalStorage<String> first = AsyncLocalStorage.create();
    AsyncLocalStorage<String> second = AsyncLocalStorage.create();
    ContextSnapshot both = first.call("1", () -> second.call("2", AsyncLocalStorage::snapshot));
    return both.call(() -> List.of(seen(first), seen(second)));
  }

  @Scenario("snap-06")
  static Object insideASnapshotThrows(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    ContextSnapshot snapshot = storage.call("A", AsyncLocalStorage::snapshot);
    return storage.call(
        "B",
        () -> {
          try {
            snapshot.run(
                () -> {
                  throw new IllegalStateException("e");
                });
          } catch (IllegalStateException e) {
            return List.of(String.valueOf(e.getMessage()), seen(storage));
          }
          return "nothing thrown";
        });
  }

  @Scenario("snap-08")
  static Object referencesNotCopies(Stage stage) {
    AsyncLocalStorage<AtomicInteger> storage = AsyncLocalStorage.create();
    AtomicInteger store = new AtomicInteger(1);
    ContextSnapshot snapshot = storage.call(store, AsyncLocalStorage::snapshot);
    store.set(2);
    return snapshot.call(() -> seen(storage) instanceof AtomicInteger seen ? seen.get() : -1);
  }
}
