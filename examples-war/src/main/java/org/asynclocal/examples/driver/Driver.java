package org.asynclocal.examples.driver;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;

/**
 * A database driver, say, that calls back on threads of its own, which know nothing of any request.
 */
final class Driver {
  private static final String TYPE = "QUERY";

  private Driver() {}

  /** As it should be: a query is a resource from where it is asked on, and has the store there. */
  static <T> CompletionStage<T> query(Supplier<T> callback) {
    AsyncResource query = new AsyncResource(TYPE);
    CompletableFuture<T> answer = new CompletableFuture<>();
    onOwnThread(() -> run(query, callback, answer));
    return answer;
  }

  /**
   * The common mistake: the resource is created where the answer arrives. The right trigger makes
   * the tree look whole, but there is no store left to capture.
   */
  static <T> CompletionStage<T> queryTooLate(Supplier<T> callback) {
    long asking = AsyncHooks.executionAsyncId();
    CompletableFuture<T> answer = new CompletableFuture<>();
    onOwnThread(() -> run(new AsyncResource(TYPE, asking), callback, answer));
    return answer;
  }

  private static <T> void run(
      AsyncResource query, Supplier<T> callback, CompletableFuture<T> answer) {
    try {
      query.runInAsyncScope(() -> answer.complete(callback.get()));
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    } finally {
      query.emitDestroy();
    }
  }

  private static void onOwnThread(Runnable task) {
    Thread thread = new Thread(task, "driver");
    thread.setDaemon(true);
    thread.start();
  }
}
