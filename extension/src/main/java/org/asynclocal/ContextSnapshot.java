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
 * The values of all storages at one moment, to be used again later: on any thread, as often as
 * wanted.
 *
 * <pre>{@code
 * ContextSnapshot atRegistration = AsyncLocalStorage.snapshot();
 * // later, on another thread
 * atRegistration.run(() -> callback.accept(event));
 * }</pre>
 *
 * <p>While an operation runs with a snapshot, the snapshot replaces everything: a storage that had
 * no value at the capture has none inside, even one that was created later. When the operation
 * ends, however it ends, all storages of the thread have what they had before. A snapshot holds
 * references, not copies: a change inside a value is visible to everyone who holds it.
 *
 * <p>Immutable and thread-safe. The counterpart of Node.js' {@code AsyncLocalStorage.snapshot()}.
 *
 * @apiNote Applications do not implement this interface; methods may be added to it.
 * @since 1.0
 */
public interface ContextSnapshot {

  /**
   * Returns the snapshot of a thread without values. Whatever runs with it starts with none.
   *
   * @return the empty snapshot
   */
  static ContextSnapshot empty() {
    return ContextFrame.empty();
  }

  /**
   * Runs the operation with the captured values.
   *
   * @param op the operation
   * @param <X> the type of exception that the operation throws
   * @throws X if the operation throws it
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
   * Binds a task to this snapshot.
   *
   * @param task the task
   * @return a task that runs it with the captured values
   */
  default Runnable bindRunnable(Runnable task) {
    requireNonNull(task, "task");
    return () -> run(task::run);
  }

  /**
   * Binds a task to this snapshot.
   *
   * @param task the task
   * @param <R> the type of its result
   * @return a task that calls it with the captured values
   */
  default <R extends @Nullable Object> Callable<R> bindCallable(Callable<R> task) {
    requireNonNull(task, "task");
    return () -> call(task::call);
  }

  /**
   * Binds a supplier to this snapshot.
   *
   * @param supplier the supplier
   * @param <R> the type of its result
   * @return a supplier that calls it with the captured values
   */
  default <R extends @Nullable Object> Supplier<R> bindSupplier(Supplier<R> supplier) {
    requireNonNull(supplier, "supplier");
    return () -> call(supplier::get);
  }

  /**
   * Binds a function to this snapshot.
   *
   * @param function the function
   * @param <A> the type of its argument
   * @param <R> the type of its result
   * @return a function that applies it with the captured values
   */
  default <A extends @Nullable Object, R extends @Nullable Object> Function<A, R> bindFunction(
      Function<A, R> function) {
    requireNonNull(function, "function");
    return a -> call(() -> function.apply(a));
  }

  /**
   * Binds a consumer to this snapshot.
   *
   * @param consumer the consumer
   * @param <A> the type of its argument
   * @return a consumer that calls it with the captured values
   */
  default <A extends @Nullable Object> Consumer<A> bindConsumer(Consumer<A> consumer) {
    requireNonNull(consumer, "consumer");
    return a -> run(() -> consumer.accept(a));
  }

  /**
   * Binds a function to this snapshot.
   *
   * @param function the function
   * @param <A> the type of its first argument
   * @param <B> the type of its second argument
   * @param <R> the type of its result
   * @return a function that applies it with the captured values
   */
  default <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      BiFunction<A, B, R> bindBiFunction(BiFunction<A, B, R> function) {
    requireNonNull(function, "function");
    return (a, b) -> call(() -> function.apply(a, b));
  }

  /**
   * Binds a consumer to this snapshot.
   *
   * @param consumer the consumer
   * @param <A> the type of its first argument
   * @param <B> the type of its second argument
   * @return a consumer that calls it with the captured values
   */
  default <A extends @Nullable Object, B extends @Nullable Object> BiConsumer<A, B> bindBiConsumer(
      BiConsumer<A, B> consumer) {
    requireNonNull(consumer, "consumer");
    return (a, b) -> run(() -> consumer.accept(a, b));
  }

  /**
   * Binds a callback of any interface to this snapshot, for the interfaces that have no method of
   * their own here: {@code CompletionHandler}, {@code Flow.Subscriber}, {@code Predicate}, an
   * interface of a driver.
   *
   * @param type the interface
   * @param callback the callback
   * @param <I> the interface
   * @return an object whose methods, default methods included, call those of the callback with the
   *     captured values. It equals itself alone
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if the type is not an interface, or is one that cannot be
   *     implemented here: a sealed one, or one of a module that does not open its package
   */
  default <I> I bind(Class<I> type, I callback) {
    return BoundInterface.bind(this::call, type, callback);
  }

  /**
   * Returns an executor whose tasks run with these values, on the threads of another one. To
   * capture at each submission instead, use {@link AsyncLocalStorage#propagating(Executor)}.
   *
   * @param executor the executor that runs the tasks; {@code Runnable::run} runs them on the
   *     calling thread
   * @return the executor
   */
  Executor bindExecutor(Executor executor);

  /**
   * Returns a thread factory whose threads have these values from their first instruction to their
   * last.
   *
   * @param factory the factory that makes the threads, platform or virtual ones
   * @return the factory
   */
  ThreadFactory bindThreadFactory(ThreadFactory factory);
}
