package org.asynclocal.agent.idioms;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** {@link CompletableFuture}: how it begins, and everything that can depend on it. */
final class FutureIdioms {
  private FutureIdioms() {}

  static void addTo(IdiomTable table) {
    begun(table);
    dependents(table);
    failures(table);
    combined(table);
    timed(table);
    bleeding(table);
  }

  private static void begun(IdiomTable table) {
    table.add(
        "supplyAsync(supplier)",
        () -> probe -> CompletableFuture.supplyAsync(probe.supplier(1)).join());
    table.add("runAsync(task)", () -> probe -> CompletableFuture.runAsync(probe.task()).join());
    table.add(
        "supplyAsync(supplier, executor)",
        () -> {
          Executor executor = Executors.newFixedThreadPool(1);
          return probe -> CompletableFuture.supplyAsync(probe.supplier(1), executor).join();
        });
    table.add(
        "runAsync(task, new Thread(..)::start)",
        () ->
            probe ->
                CompletableFuture.runAsync(probe.task(), task -> new Thread(task).start()).join());
    table.add(
        "completeAsync(supplier)",
        () -> probe -> new CompletableFuture<Integer>().completeAsync(probe.supplier(1)).join());
    table.add(
        "supplyAsync within a worker that joins it",
        () -> {
          ForkJoinPool pool = new ForkJoinPool(1);
          return probe ->
              pool.submit(() -> CompletableFuture.supplyAsync(probe.supplier(1), pool).join())
                  .get();
        });
  }

  /** Adds an idiom with a dependent that is registered before its source completes elsewhere. */
  private static void dependent(
      IdiomTable table,
      String name,
      BiFunction<CompletableFuture<Integer>, Probe, CompletionStage<?>> register) {
    table.add(
        name,
        () ->
            probe -> {
              CompletableFuture<Integer> source = new CompletableFuture<>();
              CompletionStage<?> stage = register.apply(source, probe);
              completeElsewhere(() -> source.complete(1));
              stage.toCompletableFuture().join();
            });
  }

  private static void completeElsewhere(Supplier<Boolean> completing) {
    Elsewhere.run(() -> Probe.use(completing.get()));
  }

  private static void dependents(IdiomTable table) {
    Executor executor = Executors.newCachedThreadPool();
    dependent(table, "thenApply", (source, probe) -> source.thenApply(probe.function(2)));
    dependent(table, "thenApplyAsync", (source, probe) -> source.thenApplyAsync(probe.function(2)));
    dependent(
        table,
        "thenApplyAsync with an executor",
        (source, probe) -> source.thenApplyAsync(probe.function(2), executor));
    dependent(table, "thenAccept", (source, probe) -> source.thenAccept(probe.consumer()));
    dependent(
        table, "thenAcceptAsync", (source, probe) -> source.thenAcceptAsync(probe.consumer()));
    dependent(table, "thenRun", (source, probe) -> source.thenRun(probe.task()));
    dependent(table, "thenRunAsync", (source, probe) -> source.thenRunAsync(probe.task()));
    dependent(
        table,
        "thenCompose",
        (source, probe) ->
            source.thenCompose(
                each -> {
                  probe.look();
                  return CompletableFuture.supplyAsync(probe.supplier(2));
                }));
    dependent(table, "whenComplete", (source, probe) -> source.whenComplete(probe.biConsumer()));
    dependent(
        table,
        "handleAsync",
        (source, probe) ->
            source.handleAsync(
                (each, failure) -> {
                  probe.see();
                  return 2;
                }));
    dependent(
        table,
        "a chain of dependents",
        (source, probe) ->
            source
                .thenApply(probe.function(2))
                .thenApplyAsync(probe.function(3))
                .thenAccept(probe.consumer()));
    dependent(
        table,
        "a dependent of a copy and of a minimal stage",
        (source, probe) -> source.copy().minimalCompletionStage().thenRun(probe.task()));
  }

  private static void failures(IdiomTable table) {
    table.add(
        "exceptionally",
        () ->
            probe -> {
              CompletableFuture<Integer> source = new CompletableFuture<>();
              CompletableFuture<Integer> stage = source.exceptionally(probe.function(2));
              failElsewhere(source);
              stage.join();
            });
    table.add(
        "exceptionallyAsync",
        () ->
            probe -> {
              CompletableFuture<Integer> source = new CompletableFuture<>();
              CompletableFuture<Integer> stage = source.exceptionallyAsync(probe.function(2));
              failElsewhere(source);
              stage.join();
            });
    table.add(
        "exceptionallyCompose",
        () ->
            probe -> {
              CompletableFuture<Integer> source = new CompletableFuture<>();
              CompletableFuture<Integer> stage =
                  source.exceptionallyCompose(
                      failure -> CompletableFuture.supplyAsync(probe.supplier(2)));
              failElsewhere(source);
              stage.join();
            });
    table.add(
        "a dependent of a cancelled future",
        () ->
            probe -> {
              CompletableFuture<Integer> source = new CompletableFuture<>();
              CompletableFuture<Integer> stage =
                  source.handle(
                      (each, failure) -> {
                        probe.see();
                        return 2;
                      });
              completeElsewhere(() -> source.cancel(false));
              stage.join();
            });
  }

  private static void failElsewhere(CompletableFuture<Integer> source) {
    completeElsewhere(() -> source.completeExceptionally(new IllegalStateException("expected")));
  }

  private static void combined(IdiomTable table) {
    CompletableFuture<Integer> never = new CompletableFuture<>();
    CompletableFuture<Integer> done = CompletableFuture.completedFuture(1);
    dependent(
        table,
        "thenCombine",
        (source, probe) ->
            source.thenCombine(
                done,
                (one, two) -> {
                  probe.see();
                  return 2;
                }));
    dependent(
        table,
        "thenAcceptBothAsync",
        (source, probe) -> done.thenAcceptBothAsync(source, probe.biConsumer()));
    dependent(table, "runAfterBoth", (source, probe) -> source.runAfterBoth(done, probe.task()));
    dependent(
        table, "applyToEither", (source, probe) -> source.applyToEither(never, probe.function(2)));
    dependent(
        table,
        "acceptEitherAsync",
        (source, probe) -> never.acceptEitherAsync(source, probe.consumer()));
    dependent(
        table, "runAfterEither", (source, probe) -> source.runAfterEither(never, probe.task()));
    dependent(
        table,
        "allOf(..).thenRun",
        (source, probe) -> CompletableFuture.allOf(source, done).thenRun(probe.task()));
    dependent(
        table,
        "anyOf(..).thenRunAsync",
        (source, probe) -> CompletableFuture.anyOf(never, source).thenRunAsync(probe.task()));
  }

  private static void timed(IdiomTable table) {
    table.add(
        "delayedExecutor",
        () ->
            probe ->
                CompletableFuture.runAsync(
                        probe.task(), CompletableFuture.delayedExecutor(1, MILLISECONDS))
                    .join());
    table.add(
        "delayedExecutor(..).execute(task)",
        () -> {
          Executor pool = Executors.newFixedThreadPool(1);
          Executor later = CompletableFuture.delayedExecutor(1, MILLISECONDS, pool);
          return probe -> {
            later.execute(probe.task());
            probe.await();
          };
        });
    table.add(
        "orTimeout(..).exceptionally",
        () ->
            probe ->
                new CompletableFuture<Integer>()
                    .orTimeout(1, MILLISECONDS)
                    .exceptionally(probe.function(2))
                    .join());
    table.add(
        "completeOnTimeout(..).thenApply",
        () ->
            probe ->
                new CompletableFuture<Integer>()
                    .completeOnTimeout(1, 1, MILLISECONDS)
                    .thenApply(probe.function(2))
                    .join());
  }

  /** Completers that hold a store themselves: theirs must not be seen, the registered one must. */
  private static void bleeding(IdiomTable table) {
    table.add(
        "a future completed within another store",
        () ->
            probe -> {
              CompletableFuture<Integer> source = new CompletableFuture<>();
              CompletableFuture<Integer> stage = source.thenApply(probe.function(2));
              probe.inOther(() -> source.complete(1));
              stage.join();
            });
    table.add(
        "asynchronous dependents of a future completed within another store",
        () ->
            probe -> {
              CompletableFuture<Integer> source = new CompletableFuture<>();
              CompletableFuture<Void> stage =
                  source.thenApplyAsync(probe.function(2)).thenRun(probe.task());
              probe.inOther(() -> source.complete(1));
              stage.join();
            });
    table.add(
        "a join within another store that helps with queued tasks",
        () -> {
          ForkJoinPool pool = new ForkJoinPool(1);
          return probe -> {
            var outer =
                pool.submit(
                    () -> {
                      CompletableFuture<Integer> queued =
                          CompletableFuture.supplyAsync(probe.supplier(1), pool);
                      probe.inOther(queued::join);
                    });
            outer.get();
          };
        });
  }
}
