package org.asynclocal.benchmarks;

import java.util.stream.Stream;
import org.asynclocal.AsyncLocalStorage;
import org.jspecify.annotations.Nullable;

/** The product. */
public class AsyncLocal extends ContextPeer {
  private static final AsyncLocalStorage<String> READ = AsyncLocalStorage.create();
  private static final AsyncLocalStorage<?>[] OTHER =
      Stream.generate(AsyncLocalStorage::create).limit(OTHERS).toArray(AsyncLocalStorage[]::new);

  @Override
  void enter(int other) {
    other(other).enterWith(VALUE);
  }

  @Override
  void enterRead() {
    READ.enterWith(VALUE);
  }

  @Override
  @Nullable String get() {
    return READ.getStore();
  }

  @Override
  void run(Runnable op) {
    READ.run(INNER, op::run);
  }

  @Override
  void run(int other, Runnable op) {
    other(other).run(INNER, op::run);
  }

  @Override
  Object captured() {
    return AsyncLocalStorage.snapshot();
  }

  @Override
  Runnable wrap(Runnable op) {
    return AsyncLocalStorage.bindRunnable(op);
  }

  @SuppressWarnings("unchecked") // an array can't have an element of a generic type
  private static AsyncLocalStorage<String> other(int other) {
    return (AsyncLocalStorage<String>) OTHER[other];
  }
}
