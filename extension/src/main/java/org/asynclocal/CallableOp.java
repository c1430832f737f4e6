package org.asynclocal;

import org.jspecify.annotations.Nullable;

/**
 * An operation with a result that may throw.
 *
 * @param <R> the type of its result
 * @param <X> the type of exception that it throws; inferred as {@link RuntimeException} where it
 *     throws no checked exception
 * @since 1.0
 */
@FunctionalInterface
public interface CallableOp<R extends @Nullable Object, X extends Throwable> {
  /**
   * Performs the operation.
   *
   * @return its result
   * @throws X as the operation declares
   */
  R call() throws X;
}
