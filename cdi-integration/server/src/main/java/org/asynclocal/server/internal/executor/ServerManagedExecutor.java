package org.asynclocal.server.internal.executor;

import static java.util.concurrent.Executors.callable;

import io.smallrye.context.SmallRyeManagedExecutor;
import io.smallrye.context.SmallRyeThreadContext;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.asynclocal.internal.hook.HookBridge;
import org.asynclocal.internal.hook.ResourceDescriptor;
import org.asynclocal.internal.hook.ResourceHandle;
import org.asynclocal.server.internal.support.SubmissionSite;
import org.jspecify.annotations.Nullable;

/**
 * SmallRye's executor with one capture for each handoff. SmallRye lets the asynchronous stages of
 * its futures come back to the executor itself, which captures once more, on the thread that
 * completes the stage; here they go to the threads directly.
 */
final class ServerManagedExecutor extends SmallRyeManagedExecutor {
  private final SmallRyeThreadContext context;
  private final ExecutorService threads;
  private final StallDetector workers;

  /**
   * @param threads bounded as the application asked, over the server's threads
   */
  ServerManagedExecutor(
      int maxAsync,
      int maxQueued,
      SmallRyeThreadContext context,
      ExecutorService threads,
      StallDetector workers,
      String name) {
    super(maxAsync, maxQueued, context, threads, name);
    this.context = context;
    this.threads = threads;
    this.workers = workers;
  }

  @Override
  public void execute(Runnable command) {
    HookBridge tracing = HookBridge.active();
    if (isStage(command)) {
      threads.execute(command);
    } else if (tracing == null) {
      threads.execute(contextual(command));
    } else {
      tracing.create(
          ResourceDescriptor.task(),
          () -> {
            Runnable contextual = contextual(command);
            executeTraced(contextual, tracing.adopt(ResourceDescriptor.task()));
            return command;
          });
    }
  }

  private void executeTraced(Runnable contextual, ResourceHandle resource) {
    threads.execute(
        () -> {
          try {
            contextual.run();
          } finally {
            resource.destroyed();
          }
        });
  }

  /**
   * Returns whether the command is a stage of a plain future, which comes here when that future is
   * completed: the context to capture was that of the registration, and the completing thread's
   * would be a stranger's.
   */
  private static boolean isStage(Runnable command) {
    if (!(command instanceof CompletableFuture.AsynchronousCompletionTask)) {
      return false;
    }
    String kind = command.getClass().getSimpleName();
    return !kind.equals("AsyncRun") && !kind.equals("AsyncSupply");
  }

  @Override
  public <T> Future<T> submit(Callable<T> task) {
    return start(() -> contextual(task, context::contextualCallable));
  }

  @Override
  public <T> Future<T> submit(Runnable task, T result) {
    return start(() -> callable(contextual(task), result));
  }

  @Override
  public Future<?> submit(Runnable task) {
    return start(() -> callable(contextual(task)));
  }

  private <T extends @Nullable Object> Future<T> start(Supplier<Callable<T>> capture) {
    HookBridge tracing = HookBridge.active();
    return tracing == null
        ? start(capture.get(), null)
        : tracing.create(
            ResourceDescriptor.task(),
            () -> start(capture.get(), tracing.adopt(ResourceDescriptor.task())));
  }

  private <T extends @Nullable Object> Future<T> start(
      Callable<T> task, @Nullable ResourceHandle resource) {
    WatchedTask<T> watched = new WatchedTask<>(workers, task, resource);
    threads.execute(watched);
    return watched;
  }

  @Override
  public CompletableFuture<Void> runAsync(Runnable runnable) {
    return traced(() -> started(runnable));
  }

  private CompletableFuture<Void> started(Runnable runnable) {
    Runnable contextual = contextual(runnable);
    return begun(
        () -> {
          contextual.run();
          return null;
        });
  }

  @Override
  public <U> CompletableFuture<U> supplyAsync(Supplier<U> supplier) {
    return traced(() -> started(supplier));
  }

  private <U> CompletableFuture<U> started(Supplier<U> supplier) {
    return begun(contextual(supplier, context::contextualSupplier));
  }

  private <U extends @Nullable Object> CompletableFuture<U> begun(Supplier<U> contextual) {
    StallDetector.Task task = new StallDetector.Task();
    WatchedFuture<U> future = new WatchedFuture<>(context, threads, workers, task);
    future.traceCompletion();
    threads.execute(new AsyncTask<>(future, contextual, task));
    return future;
  }

  private static <F> F traced(Supplier<F> starting) {
    HookBridge tracing = HookBridge.active();
    return tracing == null
        ? starting.get()
        : tracing.create(ResourceDescriptor.promise(null, true), starting);
  }

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    WatchedFuture<U> future =
        new WatchedFuture<>(context, threads, workers, StallDetector.Task.NONE);
    future.traceCompletion();
    return future;
  }

  @Override
  public <U> CompletableFuture<U> completedFuture(U value) {
    CompletableFuture<U> future = newIncompleteFuture();
    future.complete(value);
    return future;
  }

  @Override
  public <U> CompletableFuture<U> failedFuture(Throwable failure) {
    CompletableFuture<U> future = newIncompleteFuture();
    future.completeExceptionally(failure);
    return future;
  }

  @Override
  public <T> CompletableFuture<T> copy(CompletableFuture<T> stage) {
    return watched(stage);
  }

  @Override
  public <T> CompletionStage<T> copy(CompletionStage<T> stage) {
    return context.withContextCapture(stage, threads);
  }

  private Runnable contextual(Runnable task) {
    return contextual(task, context::contextualRunnable);
  }

  private <T> T contextual(T task, UnaryOperator<T> capture) {
    return context.isContextualized(task)
        ? task
        : SubmissionSite.of(task, () -> capture.apply(task));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the watched future has the outcome
  private <T> CompletableFuture<T> watched(CompletableFuture<T> source) {
    WatchedFuture<T> watched =
        new WatchedFuture<>(context, threads, workers, StallDetector.Task.NONE);
    watched.traceCompletion();
    source.whenComplete(
        (result, failure) -> {
          if (failure != null) {
            watched.completeExceptionally(failure);
          } else {
            watched.complete(result);
          }
        });
    return watched;
  }
}
