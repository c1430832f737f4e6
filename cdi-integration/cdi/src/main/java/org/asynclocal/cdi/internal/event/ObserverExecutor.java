package org.asynclocal.cdi.internal.event;

import jakarta.enterprise.inject.spi.BeanManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The executor that the container itself notifies asynchronous observers on. CDI has no way to ask
 * for it, but the stage that {@code fireAsync} returns runs its asynchronous steps there: this one
 * keeps the stage of an event that nobody observes, and hangs tasks on it.
 */
final class ObserverExecutor implements Executor {
  private final CompletionStage<?> stage;

  ObserverExecutor(BeanManager beans) {
    this(beans.getEvent().select(Nothing.class).fireAsync(new Nothing()));
  }

  ObserverExecutor(CompletionStage<?> stage) {
    this.stage = stage;
  }

  /** Observers of every event there is may fail with this one: that is no reason not to run. */
  @Override
  public void execute(Runnable task) {
    CompletableFuture<@Nullable Object> handedOver =
        stage
            .<@Nullable Object>handleAsync(
                (event, failure) -> {
                  task.run();
                  return null;
                })
            .toCompletableFuture();
    if (handedOver.isCompletedExceptionally()) {
      throw rejection(handedOver);
    }
  }

  private static RejectedExecutionException rejection(CompletableFuture<?> handedOver) {
    try {
      handedOver.join();
    } catch (CompletionException e) {
      return new RejectedExecutionException(e.getCause());
    }
    throw new AssertionError(handedOver);
  }

  /** An event that nobody observes. */
  static final class Nothing {}
}
