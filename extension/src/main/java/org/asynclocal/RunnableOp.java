package org.asynclocal;

/**
 * An operation without a result that may throw.
 *
 * @param <X> the type of exception that it throws; inferred as {@link RuntimeException} where it
 *     throws no checked exception
 * @since 1.0
 */
@FunctionalInterface
public interface RunnableOp<X extends Throwable> {
  /**
   * Performs the operation.
   *
   * @throws X as the operation declares
   */
  void run() throws X;
}
