package org.asynclocal;

import static java.util.Objects.requireNonNull;

import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asynclocal.internal.binding.BindingObserver;
import org.asynclocal.internal.binding.Bindings;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.binding.KeyRegistry;
import org.asynclocal.internal.config.CoreMessages;
import org.asynclocal.internal.context.AgentLink;
import org.asynclocal.internal.context.BindingScope;
import org.asynclocal.internal.context.CapturedContext;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.context.CurrentContext;
import org.asynclocal.internal.context.PropagatingExecutors;
import org.jspecify.annotations.Nullable;

/**
 * A value visible to everything a flow of work does from here on, on any thread: to the methods it
 * calls, the tasks it hands to managed executors and the callbacks it registers. The value is bound
 * once, at the edge of the application, and read anywhere below; no method has to pass it on.
 *
 * <pre>{@code
 * private static final AsyncLocalStorage<Request> REQUEST = AsyncLocalStorage.named("request");
 *
 * REQUEST.run(request, () -> service.handle());   // at the edge
 * Request request = REQUEST.getStore();           // anywhere below, on any thread that works for it
 * }</pre>
 *
 * <h2>Binding a value</h2>
 *
 * <p>{@link #run} and {@link #call} bind a value for the time of an operation, and {@link
 * #withScope} for a block of code that cannot be a lambda. {@link #where} binds several storages at
 * once. {@link #enterWith} binds a value for the rest of the current task or request. {@link #exit}
 * runs an operation without a value. Each of them restores this storage alone: what the operation
 * enters in other storages remains, as in Node.js.
 *
 * <h2>Carrying values to other threads</h2>
 *
 * <p>An injected {@code ManagedExecutor} captures the values where a task is submitted or a
 * callback is <em>registered</em>, never where it completes. For plain executors there is {@link
 * #propagating(ExecutorService)}, and for callbacks there are the {@code bind} methods:
 *
 * <pre>{@code
 * ExecutorService pool = AsyncLocalStorage.propagating(Executors.newFixedThreadPool(4));
 * pool.submit(() -> audit.write(REQUEST.getStore()));              // the submitter's value
 *
 * client.onMessage(AsyncLocalStorage.bindConsumer(message -> handle(message)));
 * }</pre>
 *
 * <p>A thread that nothing handed a context to has no values.
 *
 * <p>"No value" and "the value {@code null}" are different: see {@link #isBound}. All methods may
 * be called on any thread. All but {@link #disable} affect the flow on that thread only. The
 * semantics are those of Node.js 24 and later; the guide to conformance lists the differences.
 *
 * @param <T> the type of the value
 * @since 1.0
 */
public final class AsyncLocalStorage<T> {
  /**
   * The name of this context type in the configuration of MicroProfile Context Propagation and
   * Jakarta Concurrency.
   */
  public static final String CONTEXT_TYPE = CapturedContext.TYPE;

  static {
    boolean unused = AgentLink.connect(); // before anything can be bound
  }

  private final String name;
  private final @Nullable T defaultValue;
  private volatile Key key;

  private AsyncLocalStorage(String name, @Nullable T defaultValue) {
    this.name = name;
    this.defaultValue = defaultValue;
    this.key = Key.create();
    if (!name.isEmpty()) {
      KeyRegistry.add(name, key.identity());
    }
  }

  /**
   * Creates a storage without a name and without a default.
   *
   * @param <T> the type of the value
   * @return a storage independent of all others
   */
  public static <T> AsyncLocalStorage<T> create() {
    return new AsyncLocalStorage<>("", null);
  }

  /**
   * Creates a storage without a name.
   *
   * @param defaultValue the value that {@link #getStore} returns where nothing is bound
   * @param <T> the type of the value
   * @return a storage independent of all others
   * @throws NullPointerException if the default is null
   */
  public static <T> AsyncLocalStorage<T> create(T defaultValue) {
    return new AsyncLocalStorage<>("", requireNonNull(defaultValue, "defaultValue"));
  }

  /**
   * Creates a storage with a name. The name is a label for messages and configuration, not an
   * identity: two storages with the same name are two storages.
   *
   * @param name the label
   * @param <T> the type of the value
   * @return a storage independent of all others
   * @throws NullPointerException if the name is null
   */
  public static <T> AsyncLocalStorage<T> named(String name) {
    return new AsyncLocalStorage<>(requireNonNull(name, "name"), null);
  }

  /**
   * Creates a storage with a name and a default.
   *
   * @param name the label, as for {@link #named(String)}
   * @param defaultValue the value that {@link #getStore} returns where nothing is bound
   * @param <T> the type of the value
   * @return a storage independent of all others
   * @throws NullPointerException if the name or the default is null
   */
  public static <T> AsyncLocalStorage<T> named(String name, T defaultValue) {
    return new AsyncLocalStorage<>(
        requireNonNull(name, "name"), requireNonNull(defaultValue, "defaultValue"));
  }

  /**
   * Returns the value bound here, else the default.
   *
   * @return the value; null if there is none, inside {@link #exit}, or where null itself is bound
   */
  @SuppressWarnings("unchecked") // only values of this storage's type are ever bound to its keys
  public @Nullable T getStore() {
    Key current = key;
    ContextFrame frame = CurrentContext.current();
    if (frame != null && frame.isNewest(current)) {
      return (T) frame.newest();
    }
    Object value = ContextFrame.get(frame, current);
    if (value == Bindings.ABSENT) {
      return missing(current);
    }
    return value == Bindings.EXITED ? null : (T) value;
  }

  private @Nullable T missing(Key current) {
    BindingObserver observer = BindingObserver.active();
    if (observer != null && defaultValue == null) {
      observer.missed(current, name);
    }
    return defaultValue;
  }

  /**
   * Returns the value, or another one where {@link #getStore} returns null.
   *
   * @param other the value to return instead
   * @return a value, never null
   * @throws NullPointerException if the other value is null
   */
  public T orElse(T other) {
    requireNonNull(other, "other");
    T value = getStore();
    return value == null ? other : value;
  }

  /**
   * Returns the value, or fails where {@link #getStore} returns null.
   *
   * @return the value, never null
   * @throws NoSuchElementException if there is no value here; the message names the storage
   */
  public T orElseThrow() {
    return orElseThrow(() -> new NoSuchElementException(CoreMessages.NO_VALUE.text(name)));
  }

  /**
   * Returns the value, or fails where {@link #getStore} returns null.
   *
   * @param exception supplies the exception to throw
   * @param <X> the type of the exception
   * @return the value, never null
   * @throws X if there is no value here
   * @throws NullPointerException if the supplier, or the exception that it supplies, is null
   */
  public <X extends Throwable> T orElseThrow(Supplier<? extends X> exception) throws X {
    requireNonNull(exception, "exception");
    T value = getStore();
    if (value == null) {
      throw requireNonNull(exception.get(), "the exception that the supplier returns");
    }
    return value;
  }

  /**
   * Returns whether a value, possibly null, is bound here. The default is not a binding.
   *
   * @return true inside {@code run}, {@code call}, a scope or after {@code enterWith}; false inside
   *     {@code exit}
   */
  public boolean isBound() {
    Object value = ContextFrame.get(CurrentContext.current(), key);
    return value != Bindings.ABSENT && value != Bindings.EXITED;
  }

  /**
   * Runs the operation with the value bound, and restores what this storage had before, however the
   * operation ends. Other storages keep what the operation entered.
   *
   * @param value the value; may be null
   * @param op the operation
   * @param <X> the type of exception that the operation throws
   * @throws X if the operation throws it
   * @throws NullPointerException if the operation is null
   */
  public <X extends Throwable> void run(@Nullable T value, RunnableOp<X> op) throws X {
    requireNonNull(op, "op");
    CurrentContext.run(observed(), value, op);
  }

  /**
   * Calls the operation with the value bound, as {@link #run} does.
   *
   * @param value the value; may be null
   * @param op the operation
   * @param <R> the type of its result
   * @param <X> the type of exception that the operation throws
   * @return the operation's result
   * @throws X if the operation throws it
   * @throws NullPointerException if the operation is null
   */
  public <R extends @Nullable Object, X extends Throwable> R call(
      @Nullable T value, CallableOp<R, X> op) throws X {
    requireNonNull(op, "op");
    return CurrentContext.call(observed(), value, op);
  }

  /**
   * Runs the operation without a value: inside, {@link #getStore} returns null, even where there is
   * a default.
   *
   * @param op the operation
   * @param <X> the type of exception that the operation throws
   * @throws X if the operation throws it
   * @throws NullPointerException if the operation is null
   */
  public <X extends Throwable> void exit(RunnableOp<X> op) throws X {
    CurrentContext.run(key, Bindings.EXITED, requireNonNull(op, "op"));
  }

  /**
   * Calls the operation without a value, as {@link #exit} does.
   *
   * @param op the operation
   * @param <R> the type of its result
   * @param <X> the type of exception that the operation throws
   * @return the operation's result
   * @throws X if the operation throws it
   * @throws NullPointerException if the operation is null
   * @apiNote It is not an overload of {@link #exit}: the compiler could then not choose for method
   *     references to overloaded methods, and would infer the wrong exception for lambdas.
   */
  public <R extends @Nullable Object, X extends Throwable> R exitCall(CallableOp<R, X> op)
      throws X {
    return CurrentContext.call(key, Bindings.EXITED, requireNonNull(op, "op"));
  }

  /**
   * Binds the value for the rest of the current task or request, or until the end of the innermost
   * {@code run}, scope or bound callback around this call. Only the end of that block undoes it, so
   * prefer {@link #run} or {@link #withScope}. On a thread of your own the value lasts as long as
   * the thread.
   *
   * @param value the value; may be null
   * @throws IllegalStateException if nothing would end the binding and many requests share the
   *     thread. Only the integration of such a runtime can detect that, for example that of Quarkus
   */
  public void enterWith(@Nullable T value) {
    Key current = key;
    BindingObserver observer = BindingObserver.active();
    if (observer != null) {
      observer.entered(current, name);
    }
    CurrentContext.enter(current, value);
  }

  /**
   * Binds the value until the scope is closed, for code that cannot be a lambda.
   *
   * @param value the value; may be null
   * @return the scope, to be closed on this thread, in try-with-resources
   */
  public Scope withScope(@Nullable T value) {
    return BindingScope.open(observed(), value, name);
  }

  /**
   * Ends every binding of this storage in the process, on all threads and in all snapshots. The
   * default shows again, and a later {@code run} or {@code enterWith} works. A binding around this
   * call does not come back.
   */
  public void disable() {
    CurrentContext.leave(replaceKey());
  }

  private synchronized Key replaceKey() {
    Key ended = key;
    key = ended.replaced();
    return ended;
  }

  /**
   * Returns the label.
   *
   * @return the name given at creation, else the empty string
   */
  public String name() {
    return name;
  }

  /**
   * Starts to bind several storages at once:
   *
   * <pre>{@code
   * AsyncLocalStorage.where(REQUEST, request).where(TENANT, tenant).run(() -> service.handle());
   * }</pre>
   *
   * @param storage the first storage
   * @param value its value; may be null
   * @param <T> the type of the value
   * @return the storage with its value, to which others may be added
   * @throws NullPointerException if the storage is null
   */
  public static <T> StorageValues where(AsyncLocalStorage<T> storage, @Nullable T value) {
    return new StorageValues(null, storage, value);
  }

  /**
   * Captures the values of all storages. It takes constant time, and allocates nothing while no
   * hook is enabled, however many storages there are.
   *
   * @return the snapshot; one of a thread without values clears all storages where it is used
   */
  public static ContextSnapshot snapshot() {
    return ContextFrame.snapshot();
  }

  /**
   * Returns an executor that captures the values of all storages where a task is submitted, and
   * runs the task with them. After the task, its thread has what it had before.
   *
   * @param executor the executor that runs the tasks
   * @return the executor; the given one if it propagates already
   * @throws NullPointerException if the executor is null
   */
  public static Executor propagating(Executor executor) {
    return PropagatingExecutors.executor(executor);
  }

  /**
   * Returns an executor service that captures the values of all storages at each submission, for
   * each task of {@code invokeAll} and {@code invokeAny} too. {@code shutdownNow} returns the tasks
   * that were passed to {@code execute}, not what ran them. All else is the given executor's.
   *
   * @param executor the executor that runs the tasks
   * @return the executor; the given one if it propagates already
   * @throws NullPointerException if the executor is null
   */
  public static ExecutorService propagating(ExecutorService executor) {
    return PropagatingExecutors.executorService(executor);
  }

  /**
   * Returns a scheduler that captures the values of all storages where a task is scheduled. Each
   * run of a periodic task begins with these values: what one run enters, the next does not see.
   *
   * @param executor the executor that runs the tasks
   * @return the executor; the given one if it propagates already
   * @throws NullPointerException if the executor is null
   */
  public static ScheduledExecutorService propagating(ScheduledExecutorService executor) {
    return PropagatingExecutors.scheduler(executor);
  }

  /**
   * Binds a callback of any interface to the current values of all storages, as {@link
   * ContextSnapshot#bind} does.
   *
   * @param type the interface, for example {@code CompletionHandler.class}
   * @param callback the callback
   * @param <I> the interface
   * @return an object whose methods call those of the callback with these values, on any thread
   * @throws IllegalArgumentException if the type is not an interface that can be implemented here
   */
  public static <I> I bind(Class<I> type, I callback) {
    return snapshot().bind(type, callback);
  }

  /**
   * Binds a task to the current values of all storages.
   *
   * @param task the task
   * @return a task that runs it with these values, on any thread
   */
  public static Runnable bindRunnable(Runnable task) {
    return snapshot().bindRunnable(task);
  }

  /**
   * Binds a task to the current values of all storages.
   *
   * @param task the task
   * @param <R> the type of its result
   * @return a task that calls it with these values, on any thread
   */
  public static <R extends @Nullable Object> Callable<R> bindCallable(Callable<R> task) {
    return snapshot().bindCallable(task);
  }

  /**
   * Binds a supplier to the current values of all storages.
   *
   * @param supplier the supplier
   * @param <R> the type of its result
   * @return a supplier that calls it with these values, on any thread
   */
  public static <R extends @Nullable Object> Supplier<R> bindSupplier(Supplier<R> supplier) {
    return snapshot().bindSupplier(supplier);
  }

  /**
   * Binds a function to the current values of all storages.
   *
   * @param function the function
   * @param <A> the type of its argument
   * @param <R> the type of its result
   * @return a function that applies it with these values, on any thread
   */
  public static <A extends @Nullable Object, R extends @Nullable Object>
      Function<A, R> bindFunction(Function<A, R> function) {
    return snapshot().bindFunction(function);
  }

  /**
   * Binds a consumer to the current values of all storages.
   *
   * @param consumer the consumer
   * @param <A> the type of its argument
   * @return a consumer that calls it with these values, on any thread
   */
  public static <A extends @Nullable Object> Consumer<A> bindConsumer(Consumer<A> consumer) {
    return snapshot().bindConsumer(consumer);
  }

  /**
   * Binds a function to the current values of all storages.
   *
   * @param function the function
   * @param <A> the type of its first argument
   * @param <B> the type of its second argument
   * @param <R> the type of its result
   * @return a function that applies it with these values, on any thread
   */
  public static <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      BiFunction<A, B, R> bindBiFunction(BiFunction<A, B, R> function) {
    return snapshot().bindBiFunction(function);
  }

  /**
   * Binds a consumer to the current values of all storages.
   *
   * @param consumer the consumer
   * @param <A> the type of its first argument
   * @param <B> the type of its second argument
   * @return a consumer that calls it with these values, on any thread
   */
  public static <A extends @Nullable Object, B extends @Nullable Object>
      BiConsumer<A, B> bindBiConsumer(BiConsumer<A, B> consumer) {
    return snapshot().bindBiConsumer(consumer);
  }

  /** Returns the key, after telling strict mode that it is about to be bound. */
  private Key observed() {
    Key current = key;
    BindingObserver observer = BindingObserver.active();
    if (observer != null) {
      observer.bound(current, name);
    }
    return current;
  }

  @Override
  public String toString() {
    return "AsyncLocalStorage[" + name + "]";
  }
}
