package org.asynclocal.it.kit;

import static org.asynclocal.it.support.Waiting.get;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asynclocal.it.support.Waiting;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jspecify.annotations.Nullable;

/** Looks at the current thread's context from every kind of handoff. */
final class Handoffs {
  private final ManagedExecutor executor;
  private final ThreadContext context;
  private final Map<String, String> seen = new LinkedHashMap<>();

  private Handoffs(ManagedExecutor executor, ThreadContext context) {
    this.executor = executor;
    this.context = context;
  }

  /** Returns what each handoff of the calling thread sees on its other side. */
  static Map<String, String> look(
      ManagedExecutor executor, ThreadContext context, Supplier<@Nullable String> look)
      throws Exception {
    Handoffs handoffs = new Handoffs(executor, context);
    Supplier<String> what = () -> String.valueOf(look.get());
    handoffs.tasks(what);
    handoffs.asynchronousStages(what);
    handoffs.inlineStages(what);
    handoffs.boundCallbacks(what);
    return handoffs.seen;
  }

  private void tasks(Supplier<String> look) throws Exception {
    seen("submit", executor.submit(look::get).get());
    CompletableFuture<String> executed = new CompletableFuture<>();
    executor.execute(() -> executed.complete(look.get()));
    seen("execute", get(executed));
    seen("invokeAll", get(executor.invokeAll(List.<Callable<String>>of(look::get)).get(0)));
    seen("supplyAsync", get(executor.supplyAsync(look)));
    seen("plain future on the executor", get(CompletableFuture.supplyAsync(look, executor)));
  }

  private void asynchronousStages(Supplier<String> look) throws Exception {
    CompletableFuture<Integer> done = executor.supplyAsync(() -> 1);
    seen("thenApplyAsync", get(done.thenApplyAsync(x -> look.get())));
    seen("handleAsync", get(done.handleAsync((x, e) -> look.get())));
    seen("thenCombineAsync", get(done.thenCombineAsync(done, (x, y) -> look.get())));
    CompletableFuture<String> ran = new CompletableFuture<>();
    CompletableFuture<Void> run = done.thenRunAsync(() -> ran.complete(look.get()));
    get(run);
    seen("thenRunAsync", get(ran));
    CompletableFuture<Integer> foreign = new CompletableFuture<>();
    CompletableFuture<String> copied = executor.copy(foreign).thenApplyAsync(x -> look.get());
    onBobsThread(() -> foreign.complete(1));
    seen("stage of a copied future", get(copied));
  }

  private void inlineStages(Supplier<String> look) throws Exception {
    CompletableFuture<Integer> byBob = executor.newIncompleteFuture();
    CompletableFuture<String> afterBob = byBob.thenApply(x -> look.get());
    onBobsThread(() -> byBob.complete(1));
    seen("inline, completed by bob's thread", get(afterBob));

    CompletableFuture<Integer> byBare = executor.newIncompleteFuture();
    CompletableFuture<String> afterBare = byBare.thenApply(x -> look.get());
    onBareThread(() -> byBare.complete(1));
    seen("inline, completed by a bare thread", get(afterBare));

    seen("inline, complete already", get(executor.completedFuture(1).thenApply(x -> look.get())));
  }

  private void boundCallbacks(Supplier<String> look) throws Exception {
    Supplier<String> bound = context.contextualSupplier(look);
    FutureTask<String> bob = new FutureTask<>(bound::get);
    onBobsThread(bob);
    seen("bound, called by bob's thread", get(bob));
    Supplier<String> again = context.contextualSupplier(look);
    FutureTask<String> bare = new FutureTask<>(again::get);
    onBareThread(bare);
    seen("bound, called by a bare thread", get(bare));
  }

  private void seen(String handoff, String what) {
    seen.put(handoff, what);
  }

  /** Runs on a thread that works for bob, and finds bob there again afterwards. */
  static void onBobsThread(Runnable action) throws Exception {
    FutureTask<String> after =
        new FutureTask<>(
            () ->
                Users.as(
                    Users.BOB,
                    () -> {
                      action.run();
                      return Users.current();
                    }));
    Thread thread = new Thread(after, "bob's");
    thread.start();
    if (!get(after).equals(Users.BOB)) {
      throw new AssertionError("bob's thread works for " + get(after) + " afterwards");
    }
    Waiting.join(thread);
  }

  /**
   * Runs on an anonymous thread without a context class loader, and checks that it is so
   * afterwards.
   */
  static void onBareThread(Runnable action) throws Exception {
    String caller = Users.current();
    FutureTask<String> after =
        new FutureTask<>(
            () -> {
              action.run();
              return Users.current();
            });
    Thread thread = Users.bareThread(after);
    thread.start();
    if (!get(after).equals(Users.ANONYMOUS)) {
      throw new AssertionError("a bare thread works for " + get(after) + " afterwards");
    }
    Waiting.join(thread);
    if (!Users.current().equals(caller)) {
      throw new AssertionError("the caller is " + Users.current() + " afterwards");
    }
  }

  /** Lets every thread of the server's pool work for bob. */
  static void warmByBob(ManagedExecutor executor) throws Exception {
    Users.as(Users.BOB, () -> onEveryWorker(executor::supplyAsync, Users::current));
  }

  /** Returns what every idle thread of the server's pool has. */
  static Set<String> onBareWorkers(ThreadContext unchanged, Supplier<@Nullable String> look)
      throws Exception {
    CompletableFuture<Integer> start =
        unchanged.withContextCapture(CompletableFuture.completedFuture(1));
    return onEveryWorker(task -> start.thenApplyAsync(x -> task.get()), look);
  }

  /** Runs so many tasks at once that every thread of the server's pool runs one. */
  static Set<String> onEveryWorker(
      Function<Supplier<String>, Future<String>> start, Supplier<@Nullable String> task)
      throws Exception {
    int threads = 2 * Runtime.getRuntime().availableProcessors();
    CountDownLatch all = new CountDownLatch(threads);
    List<Future<String>> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      tasks.add(
          start.apply(
              () -> {
                all.countDown();
                Waiting.until(all);
                return String.valueOf(task.get());
              }));
    }
    Set<String> results = new TreeSet<>();
    for (Future<String> each : tasks) {
      results.add(get(each));
    }
    return results;
  }
}
