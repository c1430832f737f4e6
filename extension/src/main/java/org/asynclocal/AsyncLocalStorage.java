package org.asynclocal;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asynclocal.internal.binding.BindingObserver;
import org.asynclocal.internal.binding.Bindings;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.binding.KeyRegistry;
import org.asynclocal.internal.context.BindingScope;
import org.asynclocal.internal.context.CapturedContext;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.context.CurrentContext;
import org.asynclocal.internal.context.ThreadBinding;
import org.jspecify.annotations.Nullable;

/**
 * A value that is there in everything a flow of work does later: in what it calls, in the tasks
 * that it hands to managed executors, and in the callbacks that it registers. Opened once at the
 * edge, read anywhere, passed to nobody.
 *
 * <pre>{@code
 * private static final AsyncLocalStorage<Request> REQUEST = AsyncLocalStorage.named("request");
 *
 * REQUEST.run(request, () -> service.handle());   // at the edge
 * Request request = REQUEST.getStore();           // anywhere below, on any thread that works for it
 * }</pre>
 *
 * <p>Context is captured where a callback is <em>registered</em> ({@code thenApply(..)}, {@code
 * execute(..)}, {@code bind..}), never where it is completed. A thread that nobody handed a context
 * to has none.
 *
 * <p>"No value" and "the value null" are different: see {@link #isBound}. All methods may be called
 * on any thread and affect the flow on that thread only, save {@link #disable}. Semantics follow
 * Node.js 24 and later; the few differences are listed in the guide to conformance.
 *
 * @param <T> the type of the value
 */
public final class AsyncLocalStorage<T> {
  /**
   * The name of this context type in the configuration of MicroProfile Context Propagation and
   * Jakarta Concurrency.
   */
  public static final String CONTEXT_TYPE = CapturedContext.TYPE;

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
   * Makes a storage without a name and without a default.
   *
   * @param <T> the type of the value
   * @return a storage independent of all others
   */
  public static <T> AsyncLocalStorage<T> create() {
    return new AsyncLocalStorage<>("", null);
  }

  /**
   * Makes a storage with a name. The name is a label for messages, not an identity: two storages of
   * one name are two storages.
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
   * Starts a storage with options.
   *
   * @param <T> the type of the value
   * @return a builder
   */
  public static <T> Builder<T> builder() {
    return new Builder<>();
  }

  /**
   * The current value: the one bound here, else the default.
   *
   * @return the value; null if there is none, after {@link #exit}, or where null itself is bound
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
    BindingObserver watch = BindingObserver.active();
    if (watch != null && defaultValue == null) {
      watch.missed(current, name);
    }
    return defaultValue;
  }

  /**
   * Whether a value, possibly null, is bound here. The default is not a binding.
   *
   * @return true inside {@code run}, {@code call}, a scope or after {@code enterWith}; false inside
   *     {@code exit}
   */
  public boolean isBound() {
    Object value = ContextFrame.get(CurrentContext.current(), key);
    return value != Bindings.ABSENT && value != Bindings.EXITED;
  }

  /**
   * Runs the operation with the value bound, and gives this storage back what it had, in whatever
   * way the operation ends. Other storages are left as the operation leaves them.
   *
   * @param value the value; may be null
   * @param op the operation
   * @param <X> what it may throw
   * @throws X what the operation throws
   * @throws NullPointerException if the operation is null
   */
  public <X extends Throwable> void run(@Nullable T value, RunnableOp<X> op) throws X {
    requireNonNull(op, "op");
    ThreadBinding.run(watched(), value, op);
  }

  /**
   * As {@link #run}, with a result.
   *
   * @param value the value; may be null
   * @param op the operation
   * @param <R> the type of its result
   * @param <X> what it may throw
   * @return the operation's result
   * @throws X what the operation throws
   * @throws NullPointerException if the operation is null
   */
  public <R extends @Nullable Object, X extends Throwable> R call(
      @Nullable T value, CallableOp<R, X> op) throws X {
    requireNonNull(op, "op");
    return ThreadBinding.call(watched(), value, op);
  }

  /**
   * Runs the operation without a value: {@link #getStore} gives null inside, also where there is a
   * default.
   *
   * @param op the operation
   * @param <X> what it may throw
   * @throws X what the operation throws
   * @throws NullPointerException if the operation is null
   */
  public <X extends Throwable> void exit(RunnableOp<X> op) throws X {
    ThreadBinding.run(key, Bindings.EXITED, requireNonNull(op, "op"));
  }

  /**
   * As {@link #exit}, with a result.
   *
   * @param op the operation
   * @param <R> the type of its result
   * @param <X> what it may throw
   * @return the operation's result
   * @throws X what the operation throws
   * @throws NullPointerException if the operation is null
   */
  public <R extends @Nullable Object, X extends Throwable> R exitCall(CallableOp<R, X> op)
      throws X {
    return ThreadBinding.call(key, Bindings.EXITED, requireNonNull(op, "op"));
  }

  /**
   * Binds the value for the rest of the current task, or of the innermost surrounding {@code run},
   * scope or bound callback. There is no way back but those: prefer {@link #run} or {@link
   * #withScope}. On a thread that nobody manages it lasts as long as the thread.
   *
   * @param value the value; may be null
   * @throws IllegalStateException if none of these is there and the thread is one that many
   *     requests share, which only a runtime's own integration, such as the one for Quarkus, can
   *     tell
   */
  public void enterWith(@Nullable T value) {
    Key current = key;
    BindingObserver watch = BindingObserver.active();
    if (watch != null) {
      watch.entered(current, name);
    }
    CurrentContext.enter(current, value);
  }

  /**
   * Binds the value until the scope is closed, for code that can't be put in a lambda.
   *
   * @param value the value; may be null
   * @return the scope, to be closed on this thread
   */
  public Scope withScope(@Nullable T value) {
    return BindingScope.open(watched(), value, name);
  }

  /**
   * Ends every binding of this storage in the process, on all threads and in all snapshots. The
   * default shows again; a later {@code run} or {@code enterWith} works; a binding that surrounds
   * this call does not come back.
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
   * The label.
   *
   * @return the name given at creation, else the empty string
   */
  public String name() {
    return name;
  }

  /**
   * Captures the values of all storages.
   *
   * @return what {@link ContextSnapshot#capture} returns
   */
  public static ContextSnapshot snapshot() {
    return ContextSnapshot.capture();
  }

  /**
   * Binds a task to the current values of all storages.
   *
   * @param task the task
   * @return a task that runs it with these values, on any thread
   */
  public static Runnable bindRunnable(Runnable task) {
    return snapshot().wrapRunnable(task);
  }

  /**
   * Binds a task to the current values of all storages.
   *
   * @param task the task
   * @param <R> the type of its result
   * @return a task that calls it with these values, on any thread
   */
  public static <R extends @Nullable Object> Callable<R> bindCallable(Callable<R> task) {
    return snapshot().wrapCallable(task);
  }

  /**
   * Binds a supplier to the current values of all storages.
   *
   * @param supplier the supplier
   * @param <R> the type of its result
   * @return a supplier that asks it with these values, on any thread
   */
  public static <R extends @Nullable Object> Supplier<R> bindSupplier(Supplier<R> supplier) {
    return snapshot().wrapSupplier(supplier);
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
    return snapshot().wrapFunction(function);
  }

  /**
   * Binds a consumer to the current values of all storages.
   *
   * @param consumer the consumer
   * @param <A> the type of its argument
   * @return a consumer that calls it with these values, on any thread
   */
  public static <A extends @Nullable Object> Consumer<A> bindConsumer(Consumer<A> consumer) {
    return snapshot().wrapConsumer(consumer);
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
    return snapshot().wrapBiFunction(function);
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
    return snapshot().wrapBiConsumer(consumer);
  }

  /** The key, about to be bound. */
  private Key watched() {
    Key current = key;
    BindingObserver watch = BindingObserver.active();
    if (watch != null) {
      watch.bound(current, name);
    }
    return current;
  }

  @Override
  public String toString() {
    return "AsyncLocalStorage[" + name + "]";
  }

  /**
   * Options of a storage. Confined to the thread that builds.
   *
   * @param <T> the type of the value
   */
  public static final class Builder<T> {
    private String name = "";
    private @Nullable T defaultValue;

    private Builder() {}

    /**
     * The label for messages; empty if not called.
     *
     * @param name the label
     * @return this
     * @throws NullPointerException if the name is null
     */
    public Builder<T> name(String name) {
      this.name = requireNonNull(name, "name");
      return this;
    }

    /**
     * What {@link AsyncLocalStorage#getStore} gives where nothing is bound.
     *
     * @param defaultValue the default; null for none
     * @return this
     */
    public Builder<T> defaultValue(@Nullable T defaultValue) {
      this.defaultValue = defaultValue;
      return this;
    }

    /**
     * Makes the storage.
     *
     * @return a storage independent of all others
     */
    public AsyncLocalStorage<T> build() {
      return new AsyncLocalStorage<>(name, defaultValue);
    }
  }
}
