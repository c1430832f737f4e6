package org.asynclocal.server.internal.executor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A task that completes a future, as that of {@code supplyAsync} does: it does not run if the
 * future is done before it begins, for example by {@code cancel} or a timeout.
 */
final class AsyncTask<T extends @Nullable Object>
    implements Runnable, CompletableFuture.AsynchronousCompletionTask {
  private final CompletableFuture<T> future;
  private final Supplier<T> contextual;
  private final StallDetector.Task state;

  /**
   * @param future the future
   * @param contextual gives its value, with the submitter's context
   * @param state the task's state, for the stall detector
   */
  AsyncTask(CompletableFuture<T> future, Supplier<T> contextual, StallDetector.Task state) {
    this.future = future;
    this.contextual = contextual;
    this.state = state;
  }

  @Override
  public void run() {
    state.begin();
    if (future.isDone()) {
      return;
    }
    try {
      future.complete(contextual.get());
    } catch (Throwable failure) {
      future.completeExceptionally(
          failure instanceof CompletionException ? failure : new CompletionException(failure));
    }
  }
}
