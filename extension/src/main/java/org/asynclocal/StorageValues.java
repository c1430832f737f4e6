package org.asynclocal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Several storages, each with a value, to be bound together. Where a storage occurs twice, the
 * value added last counts. Immutable and thread-safe; made by {@link AsyncLocalStorage#where}.
 *
 * @since 1.0
 */
public final class StorageValues {
  private final @Nullable StorageValues outer;
  private final Entry<?> entry;

  <T> StorageValues(
      @Nullable StorageValues outer, AsyncLocalStorage<T> storage, @Nullable T value) {
    this.outer = outer;
    this.entry = new Entry<>(requireNonNull(storage, "storage"), value);
  }

  /**
   * Adds a storage and its value.
   *
   * @param storage the storage
   * @param value its value; may be null
   * @param <T> the type of the value
   * @return these values and the added one; this object does not change
   * @throws NullPointerException if the storage is null
   */
  public <T> StorageValues where(AsyncLocalStorage<T> storage, @Nullable T value) {
    return new StorageValues(this, storage, value);
  }

  /**
   * Runs the operation with all values bound, and restores these storages, as {@link
   * AsyncLocalStorage#run} does.
   *
   * @param op the operation
   * @param <X> the type of exception that the operation throws
   * @throws X if the operation throws it
   * @throws NullPointerException if the operation is null
   */
  public <X extends Throwable> void run(RunnableOp<X> op) throws X {
    requireNonNull(op, "op");
    if (outer == null) {
      entry.run(op);
    } else {
      outer.<X>run(() -> entry.run(op));
    }
  }

  /**
   * Calls the operation with all values bound, and restores these storages, as {@link
   * AsyncLocalStorage#call} does.
   *
   * @param op the operation
   * @param <R> the type of its result
   * @param <X> the type of exception that the operation throws
   * @return the operation's result
   * @throws X if the operation throws it
   * @throws NullPointerException if the operation is null
   */
  public <R extends @Nullable Object, X extends Throwable> R call(CallableOp<R, X> op) throws X {
    requireNonNull(op, "op");
    return outer == null ? entry.call(op) : outer.<R, X>call(() -> entry.call(op));
  }

  /**
   * Binds all values until the scope is closed.
   *
   * @return the scope, to be closed on this thread, in try-with-resources
   */
  public Scope withScope() {
    if (outer == null) {
      return entry.withScope();
    }
    Scope outerScope = outer.withScope();
    Scope innerScope;
    try {
      innerScope = entry.withScope();
    } catch (Throwable failed) {
      outerScope.close();
      throw failed;
    }
    return () -> {
      try {
        innerScope.close();
      } finally {
        outerScope.close();
      }
    };
  }

  private record Entry<T>(AsyncLocalStorage<T> storage, @Nullable T value) {
    <X extends Throwable> void run(RunnableOp<X> op) throws X {
      storage.run(value, op);
    }

    <R extends @Nullable Object, X extends Throwable> R call(CallableOp<R, X> op) throws X {
      return storage.call(value, op);
    }

    Scope withScope() {
      return storage.withScope(value);
    }
  }
}
