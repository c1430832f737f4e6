package org.asynclocal.conformance;

import io.smallrye.context.SmallRyeContextManagerProvider;
import io.smallrye.context.impl.DefaultValues;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.asynclocal.server.internal.executor.KitExecutor;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jspecify.annotations.Nullable;

/** The tools of a scenario's body: new for each, and ended after it. */
final class Stage implements AutoCloseable {
  static final String UNDEFINED = "undefined";
  private static final long DEADLINE_SECONDS = 20;

  private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(2);

  /** A managed executor, as an application has it injected. */
  final ManagedExecutor executor =
      new SmallRyeContextManagerProvider()
          .getContextManagerBuilder()
          .withDefaultValues(DefaultValues.empty())
          .withThreadContextProviders(new AsyncLocalContextProvider())
          .build()
          .newManagedExecutorBuilder()
          .propagated(ThreadContext.ALL_REMAINING)
          .cleared()
          .maxAsync(2)
          .maxQueued(-1)
          .build();

  /** The server kit's executor, whose tasks and futures tell hooks everything. */
  final ManagedExecutor kit = KitExecutor.over(timers);

  static Object seen(AsyncLocalStorage<?> storage) {
    Object store = storage.getStore();
    return store == null ? UNDEFINED : store;
  }

  /** A timer: the task runs soon, on another thread, with the context of this call. */
  <T> CompletableFuture<T> timer(Callable<T> task) {
    CompletableFuture<T> done = executor.newIncompleteFuture();
    later(AsyncLocalStorage.bindRunnable(() -> complete(done, task)));
    return done;
  }

  /** Runs the task soon, on another thread, without a context. */
  void later(Runnable task) {
    Future<?> unused = timers.schedule(task, 1, TimeUnit.MILLISECONDS);
  }

  /** An interval: the task runs again and again with the context of this call. */
  Future<?> interval(Runnable task) {
    return timers.scheduleAtFixedRate(
        AsyncLocalStorage.bindRunnable(task), 1, 1, TimeUnit.MILLISECONDS);
  }

  private static <T> void complete(CompletableFuture<T> done, Callable<T> task) {
    try {
      done.complete(task.call());
    } catch (Exception e) {
      done.completeExceptionally(e);
    }
  }

  static <T extends @Nullable Object> T await(Future<T> future) throws Exception {
    return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    timers.shutdownNow();
    executor.shutdownNow();
  }
}
