package org.asynclocal;

/**
 * An operation without a result that may throw.
 *
 * @param <X> what it may throw; inferred as {@link RuntimeException} where it throws nothing that
 *     is checked
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
