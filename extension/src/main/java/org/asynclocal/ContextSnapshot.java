package org.asynclocal;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * The values of all storages at the moment of its capture, to be put in force again later, on any
 * thread, as often as wanted.
 *
 * <p>A replay replaces everything: a storage that had no value at the capture has none inside, also
 * one that was created later. When the operation ends, in whatever way, all storages of the thread
 * are what they were before it. References are captured, not copies: a change inside a store is
 * visible to all who hold it.
 *
 * <p>Immutable and thread-safe. Not meant to be implemented by others. Counterpart of Node.js'
 * {@code AsyncLocalStorage.snapshot()}.
 */
public interface ContextSnapshot {

  /**
   * Captures the current thread's values. Takes constant time and allocates nothing, however many
   * storages there are.
   *
   * @return the snapshot; one of a thread without values clears all storages where it is replayed
   */
  static ContextSnapshot capture() {
    return ContextFrame.snapshot();
  }

  /**
   * Runs the operation with the captured values.
   *
   * @param op the operation
   * @param <X> what it may throw
   * @throws X what the operation throws
   * @throws NullPointerException if the operation is null
   */
  <X extends Throwable> void run(RunnableOp<X> op) throws X;

  /**
   * Calls the operation with the captured values.
   *
   * @param op the operation
   * @param <R> the type of its result
   * @param <X> what it may throw
   * @return the operation's result
   * @throws X what the operation throws
   * @throws NullPointerException if the operation is null
   */
  <R extends @Nullable Object, X extends Throwable> R call(CallableOp<R, X> op) throws X;

  /**
   * The task bound to this snapshot.
   *
   * @param task what to run
   * @return a task that runs it with the captured values
   */
  default Runnable wrapRunnable(Runnable task) {
    requireNonNull(task, "task");
    return () -> run(task::run);
  }

  /**
   * The task bound to this snapshot.
   *
   * @param task what to call
   * @param <R> the type of its result
   * @return a task that calls it with the captured values
   */
  default <R extends @Nullable Object> Callable<R> wrapCallable(Callable<R> task) {
    requireNonNull(task, "task");
    return () -> call(task::call);
  }

  /**
   * The supplier bound to this snapshot.
   *
   * @param supplier what to ask
   * @param <R> the type of its result
   * @return a supplier that asks it with the captured values
   */
  default <R extends @Nullable Object> Supplier<R> wrapSupplier(Supplier<R> supplier) {
    requireNonNull(supplier, "supplier");
    return () -> call(supplier::get);
  }

  /**
   * The function bound to this snapshot.
   *
   * @param function what to apply
   * @param <A> the type of its argument
   * @param <R> the type of its result
   * @return a function that applies it with the captured values
   */
  default <A extends @Nullable Object, R extends @Nullable Object> Function<A, R> wrapFunction(
      Function<A, R> function) {
    requireNonNull(function, "function");
    return a -> call(() -> function.apply(a));
  }

  /**
   * The consumer bound to this snapshot.
   *
   * @param consumer what to give the argument to
   * @param <A> the type of its argument
   * @return a consumer that calls it with the captured values
   */
  default <A extends @Nullable Object> Consumer<A> wrapConsumer(Consumer<A> consumer) {
    requireNonNull(consumer, "consumer");
    return a -> run(() -> consumer.accept(a));
  }

  /**
   * The function bound to this snapshot.
   *
   * @param function what to apply
   * @param <A> the type of its first argument
   * @param <B> the type of its second argument
   * @param <R> the type of its result
   * @return a function that applies it with the captured values
   */
  default <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      BiFunction<A, B, R> wrapBiFunction(BiFunction<A, B, R> function) {
    requireNonNull(function, "function");
    return (a, b) -> call(() -> function.apply(a, b));
  }

  /**
   * The consumer bound to this snapshot.
   *
   * @param consumer what to give the arguments to
   * @param <A> the type of its first argument
   * @param <B> the type of its second argument
   * @return a consumer that calls it with the captured values
   */
  default <A extends @Nullable Object, B extends @Nullable Object> BiConsumer<A, B> wrapBiConsumer(
      BiConsumer<A, B> consumer) {
    requireNonNull(consumer, "consumer");
    return (a, b) -> run(() -> consumer.accept(a, b));
  }

  /**
   * An executor whose tasks run with these values, on the threads of another one.
   *
   * @param executor where the tasks run; {@code Runnable::run} runs them on the calling thread
   * @return the executor
   */
  Executor wrapExecutor(Executor executor);

  /**
   * A thread factory whose threads have these values from their first instruction to their last.
   *
   * @param factory what makes the threads, platform or virtual ones
   * @return the factory
   */
  ThreadFactory wrapThreadFactory(ThreadFactory factory);
}
