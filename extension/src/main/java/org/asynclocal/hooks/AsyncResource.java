package org.asynclocal.hooks;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asynclocal.CallableOp;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.RunnableOp;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.hook.ResourceDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A task, a connection or a callback that runs later than it is created. It has an id and the id of
 * the resource that triggered it, and captures the values of all storages where it is created.
 * Operations in its scope have these values:
 *
 * <pre>{@code
 * AsyncResource query = new AsyncResource("QUERY");        // where the work is requested
 * query.runInAsyncScope(() -> callback.accept(rows));      // where it is done, on any thread
 * query.emitDestroy();
 * }</pre>
 *
 * <p>Pools, drivers and emitters use or extend this class. Thread-safe. The counterpart of Node.js'
 * {@code AsyncResource}.
 *
 * @since 1.0
 */
public class AsyncResource {
  private static final AtomicLong IDS = new AtomicLong(1);

  /** The resource of an unmanaged thread. */
  static final AsyncResource NONE = new AsyncResource(0, "NONE");

  /** The resource of all that runs outside of requests. */
  static final AsyncResource ROOT = new AsyncResource(1, "ROOT");

  private final long asyncId;
  private final long triggerAsyncId;
  private final String type;
  private final ContextFrame frame;
  private final AtomicBoolean destroyTold = new AtomicBoolean();
  private volatile @Nullable Map<Object, Object> attributes;

  /**
   * Creates a resource, triggered by the one that runs now.
   *
   * @param type its type, a label
   * @throws NullPointerException if the type is null
   * @throws IllegalArgumentException if the type is empty while a hook is enabled whose listener
   *     overrides {@code init}
   */
  public AsyncResource(String type) {
    this(type, new Options());
  }

  /**
   * Creates a resource with another trigger.
   *
   * @param type its type, a label
   * @param triggerAsyncId the id of the resource that triggered it, -1 or greater; it need not
   *     exist
   * @throws IllegalArgumentException if the id is less than -1, or the type is empty while a hook
   *     is enabled whose listener overrides {@code init}
   */
  public AsyncResource(String type, long triggerAsyncId) {
    this(type, new Options().triggerAsyncId(triggerAsyncId));
  }

  /**
   * Creates a resource with options.
   *
   * @param type its type, a label
   * @param options the options
   * @throws IllegalArgumentException if the type is empty while a hook is enabled whose listener
   *     overrides {@code init}
   */
  public AsyncResource(String type, Options options) {
    this(type, options, ContextFrame.capture());
  }

  private AsyncResource(String type, Options options, ContextFrame frame) {
    this.type = requireNonNull(type, "type");
    if (type.isEmpty() && EnabledHooks.wantInit()) {
      throw new IllegalArgumentException("type: must not be empty while a hook gets init events");
    }
    Long trigger = options.triggerAsyncId;
    this.asyncId = IDS.incrementAndGet();
    this.triggerAsyncId = trigger == null ? Executions.current().asyncId : trigger;
    this.frame = frame;
    CollectedResources collected = EnabledHooks.collected();
    if (collected != null && !options.requireManualDestroy) {
      collected.track(this, new Collected(asyncId, isFuture(), destroyTold));
    }
    Dispatch.init(this);
  }

  private AsyncResource(long asyncId, String type) {
    this.asyncId = asyncId;
    this.triggerAsyncId = 0;
    this.type = type;
    this.frame = ContextFrame.empty();
  }

  static AsyncResource internal(String type, ContextFrame frame) {
    return new AsyncResource(type, new Options(), frame);
  }

  static AsyncResource internal(String type, long triggerAsyncId) {
    return new AsyncResource(
        type, new Options().triggerAsyncId(triggerAsyncId), ContextFrame.empty());
  }

  /**
   * Returns this resource's id.
   *
   * @return a number unique in the process and greater than those of resources created before
   */
  public final long asyncId() {
    return asyncId;
  }

  /**
   * Returns the id of the resource that triggered this one.
   *
   * @return the id given at creation, else that of the resource that ran then
   */
  public final long triggerAsyncId() {
    return triggerAsyncId;
  }

  /**
   * Returns this resource's type.
   *
   * @return the type given at creation
   */
  public final String type() {
    return type;
  }

  /**
   * Returns the map in which hooks and applications keep objects that belong to this resource. It
   * is thread-safe and takes no nulls.
   *
   * @return the live map; an immutable empty one for the resource with id 0, which many threads
   *     share
   */
  public final Map<Object, Object> attributes() {
    if (asyncId == 0) {
      return Map.of();
    }
    Map<Object, Object> made = attributes;
    if (made == null) {
      synchronized (destroyTold) {
        made = attributes;
        if (made == null) {
          made = new ConcurrentHashMap<>();
          attributes = made;
        }
      }
    }
    return made;
  }

  /**
   * Runs the operation as this resource: with its ids, with the values of all storages as they were
   * at its creation, and with the events {@code before} and {@code after} around it. It may be
   * called again, also within itself and after {@link #emitDestroy}.
   *
   * @param op the operation
   * @param <X> the type of exception that the operation throws
   * @throws X if the operation throws it
   */
  public final <X extends Throwable> void runInAsyncScope(RunnableOp<X> op) throws X {
    requireNonNull(op, "op");
    Executions.Execution execution = Executions.begin(this);
    try {
      frame.run(op);
    } finally {
      Executions.end(execution);
    }
  }

  /**
   * Calls the operation as this resource, as {@link #runInAsyncScope} does.
   *
   * @param op the operation
   * @param <R> the type of its result
   * @param <X> the type of exception that the operation throws
   * @return the operation's result
   * @throws X if the operation throws it
   */
  public final <R extends @Nullable Object, X extends Throwable> R callInAsyncScope(
      CallableOp<R, X> op) throws X {
    requireNonNull(op, "op");
    Executions.Execution execution = Executions.begin(this);
    try {
      return frame.call(op);
    } finally {
      Executions.end(execution);
    }
  }

  /**
   * Delivers {@code destroy} to the hooks, soon and on another thread. Each call delivers it, as in
   * Node.js. Without a call it is delivered once the resource has been collected.
   *
   * @return this
   */
  public final AsyncResource emitDestroy() {
    destroyTold.set(true);
    Destroyed.tell(asyncId, isFuture());
    return this;
  }

  /**
   * Binds a task to this resource.
   *
   * @param task the task
   * @return a task that runs it in this resource's scope
   */
  public final Runnable bindRunnable(Runnable task) {
    return scope().bindRunnable(task);
  }

  /**
   * Binds a task to this resource.
   *
   * @param task the task
   * @param <R> the type of its result
   * @return a task that calls it in this resource's scope
   */
  public final <R extends @Nullable Object> Callable<R> bindCallable(Callable<R> task) {
    return scope().bindCallable(task);
  }

  /**
   * Binds a supplier to this resource.
   *
   * @param supplier the supplier
   * @param <R> the type of its result
   * @return a supplier that calls it in this resource's scope
   */
  public final <R extends @Nullable Object> Supplier<R> bindSupplier(Supplier<R> supplier) {
    return scope().bindSupplier(supplier);
  }

  /**
   * Binds a function to this resource.
   *
   * @param function the function
   * @param <A> the type of its argument
   * @param <R> the type of its result
   * @return a function that applies it in this resource's scope
   */
  public final <A extends @Nullable Object, R extends @Nullable Object> Function<A, R> bindFunction(
      Function<A, R> function) {
    return scope().bindFunction(function);
  }

  /**
   * Binds a consumer to this resource.
   *
   * @param consumer the consumer
   * @param <A> the type of its argument
   * @return a consumer that calls it in this resource's scope
   */
  public final <A extends @Nullable Object> Consumer<A> bindConsumer(Consumer<A> consumer) {
    return scope().bindConsumer(consumer);
  }

  /**
   * Binds a function to this resource.
   *
   * @param function the function
   * @param <A> the type of its first argument
   * @param <B> the type of its second argument
   * @param <R> the type of its result
   * @return a function that applies it in this resource's scope
   */
  public final <A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
      BiFunction<A, B, R> bindBiFunction(BiFunction<A, B, R> function) {
    return scope().bindBiFunction(function);
  }

  /**
   * Binds a consumer to this resource.
   *
   * @param consumer the consumer
   * @param <A> the type of its first argument
   * @param <B> the type of its second argument
   * @return a consumer that calls it in this resource's scope
   */
  public final <A extends @Nullable Object, B extends @Nullable Object>
      BiConsumer<A, B> bindBiConsumer(BiConsumer<A, B> consumer) {
    return scope().bindBiConsumer(consumer);
  }

  final boolean isFuture() {
    return type.equals(ResourceDescriptor.PROMISE);
  }

  private ContextSnapshot scope() {
    return new ResourceSnapshot(this, frame);
  }

  @Override
  public String toString() {
    return type + "(" + asyncId + ")";
  }

  /**
   * Options of a resource. Confined to one thread.
   *
   * @since 1.0
   */
  public static final class Options {
    private @Nullable Long triggerAsyncId;
    private boolean requireManualDestroy;

    /** Creates the defaults: triggered by the current resource, destroyed by collection at last. */
    public Options() {}

    /**
     * Sets the trigger of the resource.
     *
     * @param triggerAsyncId the id of a resource, -1 or greater; it need not exist
     * @return this
     * @throws IllegalArgumentException if the id is less than -1
     */
    public Options triggerAsyncId(long triggerAsyncId) {
      if (triggerAsyncId < -1) {
        throw new IllegalArgumentException(
            "triggerAsyncId: " + triggerAsyncId + " is less than -1");
      }
      this.triggerAsyncId = triggerAsyncId;
      return this;
    }

    /**
     * Leaves {@code destroy} to {@link #emitDestroy}: collection does not deliver it.
     *
     * @return this
     */
    public Options requireManualDestroy() {
      this.requireManualDestroy = true;
      return this;
    }
  }

  /** Runs when a resource has been collected, so it holds no reference to it. */
  private record Collected(long asyncId, boolean future, AtomicBoolean destroyTold)
      implements Runnable {
    @Override
    public void run() {
      if (destroyTold.compareAndSet(false, true)) {
        Destroyed.tell(asyncId, future);
      }
    }
  }
}
