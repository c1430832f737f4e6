package org.asynclocal.cdi.internal.event;

import jakarta.enterprise.inject.spi.BeanManager;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on the executor that the container notifies asynchronous observers on. CDI offers no
 * access to that executor, but asynchronous steps of the stage that {@code fireAsync} returns run
 * there: this class keeps the stage of an event without observers and adds tasks to it.
 */
final class ObserverExecutor implements Executor {
  private final CompletionStage<?> stage;

  ObserverExecutor(BeanManager beans) {
    this(beans.getEvent().select(Nothing.class).fireAsync(new Nothing()));
  }

  ObserverExecutor(CompletionStage<?> stage) {
    this.stage = stage;
  }

  /** Runs the task even if the stage has failed, which observers of every event type can cause. */
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

  /** An event without observers. */
  static final class Nothing {}
}
