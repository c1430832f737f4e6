package org.asynclocal.cdi.internal.transaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the stage that a transactional method returns, for the code that ends the transaction when
 * the stage completes. The original stage is observed outside the transaction, because completing
 * the new one may end it.
 */
public final class TransactionalStages {
  private TransactionalStages() {}

  /**
   * Returns a stage that fails with the original cause. A future wraps the failures of its tasks in
   * a {@link CompletionException}, which hides them from {@code rollbackOn} and {@code
   * dontRollbackOn} and makes a checked exception an unchecked one.
   *
   * @param stage the stage that the method returned
   * @param outside runs an action without the thread's transaction, and resumes it afterwards
   */
  public static <T extends @Nullable Object> CompletionStage<T> unwrapped(
      CompletionStage<T> stage, Consumer<Runnable> outside) {
    return after(
        stage, outside, (result, value, failure) -> complete(result, value, cause(failure)));
  }

  /**
   * Returns a stage that the callback completes after the given one.
   *
   * @param stage the stage that the method returned
   * @param outside runs an action without the thread's transaction, and resumes it afterwards
   * @param completion completes the new stage
   */
  public static <T extends @Nullable Object> CompletionStage<T> after(
      CompletionStage<T> stage, Consumer<Runnable> outside, Completion<T> completion) {
    CompletableFuture<T> source = stage.toCompletableFuture();
    CompletableFuture<T> result = source.newIncompleteFuture();
    outside.accept(
        () -> {
          CompletableFuture<T> unused =
              source.whenComplete((value, failure) -> completion.complete(result, value, failure));
        });
    return result;
  }

  /** Completes a stage with the value, or with the failure if it is not null. */
  public static <T extends @Nullable Object> void complete(
      CompletableFuture<T> result, T value, @Nullable Throwable failure) {
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(failure);
    }
  }

  private static @Nullable Throwable cause(@Nullable Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  /** Completes the new stage from the outcome of the original. */
  @FunctionalInterface
  public interface Completion<T extends @Nullable Object> {
    /**
     * Called when the original stage is complete.
     *
     * @param result the new stage
     * @param value the value of the original stage
     * @param failure the failure of the original stage; null if it has none
     */
    void complete(CompletableFuture<T> result, T value, @Nullable Throwable failure);
  }
}
