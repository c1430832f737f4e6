package org.asynclocal.agent.copies;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import org.asynclocal.AsyncLocalStorage;

/**
 * An application, of which each class loader has one of its own. The first argument is the store's
 * value, the second what runs a task; the result is the future of whether the task saw the value.
 */
public final class Application implements BiFunction<Object, Executor, CompletableFuture<Boolean>> {
  private static final AsyncLocalStorage<Object> STORAGE = AsyncLocalStorage.create();

  /** Called by reflection. */
  public Application() {}

  @Override
  public CompletableFuture<Boolean> apply(Object value, Executor executor) {
    return STORAGE.call(
        value,
        () ->
            CompletableFuture.supplyAsync(() -> value.equals(STORAGE.getStore()), executor)
                .thenApplyAsync(seen -> seen && value.equals(STORAGE.getStore()), executor));
  }
}
