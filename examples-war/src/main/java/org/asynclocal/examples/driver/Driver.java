package org.asynclocal.examples.driver;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;

/**
 * A client library, such as a database driver, that runs callbacks on its own threads. No container
 * propagates anything to them.
 */
final class Driver {
  private static final String TYPE = "QUERY";

  private Driver() {}

  /** The right way: the resource is created on the caller's thread, and so captures its stores. */
  static <T> CompletionStage<T> query(Supplier<T> callback) {
    AsyncResource query = new AsyncResource(TYPE);
    CompletableFuture<T> answer = new CompletableFuture<>();
    onOwnThread(() -> run(query, callback, answer));
    return answer;
  }

  /**
   * The common mistake: the resource is created on the driver's thread, where no store is bound, so
   * it captures nothing. The trigger id alone does not propagate a store.
   */
  static <T> CompletionStage<T> queryTooLate(Supplier<T> callback) {
    long trigger = AsyncHooks.executionAsyncId();
    CompletableFuture<T> answer = new CompletableFuture<>();
    onOwnThread(() -> run(new AsyncResource(TYPE, trigger), callback, answer));
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
