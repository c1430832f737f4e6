package org.asynclocal.cdi.internal.transaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a transactional method gives to whoever ends its transaction, instead of its own stage. What
 * completes the new stage may end the transaction, so the old one is listened to outside of it.
 */
public final class TransactionalStages {
  private TransactionalStages() {}

  /**
   * The same result, with a failure that nothing is wrapped around. A future wraps the failures of
   * its tasks in a {@link CompletionException}, which hides them from {@code rollbackOn} and {@code
   * dontRollbackOn} and makes a checked exception an unchecked one.
   *
   * @param stage what the method returned
   * @param outside runs something without the thread's transaction, and gives that back
   */
  public static <T extends @Nullable Object> CompletionStage<T> unwrapped(
      CompletionStage<T> stage, Consumer<Runnable> outside) {
    return after(
        stage, outside, (result, value, failure) -> complete(result, value, cause(failure)));
  }

  /**
   * A stage that is completed by someone else, later than the given one.
   *
   * @param stage what the method returned
   * @param outside runs something without the thread's transaction, and gives that back
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

  /** Completes a stage, with the failure if there is one. */
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

  /** Completes the new stage with what the old one has. */
  @FunctionalInterface
  public interface Completion<T extends @Nullable Object> {
    /**
     * The old stage is complete.
     *
     * @param result the new stage
     * @param value what the old one was completed with
     * @param failure what the old one failed with; null if it did not
     */
    void complete(CompletableFuture<T> result, T value, @Nullable Throwable failure);
  }
}
