package org.asynclocal.hooks;

import static java.util.Objects.requireNonNull;

import java.lang.ref.Cleaner;
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
 * Something that runs later than it was created: a task, a connection, a callback. It has an id,
 * knows the id of what triggered it, and captures the values of all storages where it is created;
 * what runs in its scope sees those.
 *
 * <p>To be extended or used as it is by whoever writes a pool, a driver or an emitter. Thread-safe.
 * Counterpart of Node.js' {@code AsyncResource}.
 */
public class AsyncResource {
  private static final AtomicLong IDS = new AtomicLong(1);

  /** What runs on a thread that nobody manages: id 0. */
  static final AsyncResource NONE = new AsyncResource(0, "NONE");

  /** What runs at startup, before any request: id 1. */
  static final AsyncResource ROOT = new AsyncResource(1, "ROOT");

  private final long asyncId;
  private final long triggerAsyncId;
  private final String type;
  private final ContextFrame frame;
  private final AtomicBoolean destroyTold = new AtomicBoolean();
  private volatile @Nullable Map<Object, Object> attributes;

  /**
   * Creates a resource, triggered by what runs now.
   *
   * @param type its type, for people
   * @throws NullPointerException if the type is null
   * @throws IllegalArgumentException if the type is empty while a hook is enabled
   */
  public AsyncResource(String type) {
    this(type, new Options());
  }

  /**
   * Creates a resource with a trigger of one's own.
   *
   * @param type its type, for people
   * @param triggerAsyncId the id of what triggered it, -1 or greater; it need not exist
   * @throws IllegalArgumentException if the id is less than -1, or the type is empty while a hook
   *     is enabled
   */
  public AsyncResource(String type, long triggerAsyncId) {
    this(type, new Options().triggerAsyncId(triggerAsyncId));
  }

  /**
   * Creates a resource with options.
   *
   * @param type its type, for people
   * @param options the options
   * @throws IllegalArgumentException if the type is empty while a hook is enabled
   */
  public AsyncResource(String type, Options options) {
    this(type, options, ContextFrame.capture());
  }

  private AsyncResource(String type, Options options, ContextFrame frame) {
    this.type = requireNonNull(type, "type");
    if (type.isEmpty() && !EnabledHooks.list().isEmpty()) {
      throw new IllegalArgumentException("type: must not be empty while a hook is enabled");
    }
    Long trigger = options.triggerAsyncId;
    this.asyncId = IDS.incrementAndGet();
    this.triggerAsyncId = trigger == null ? Executions.current().asyncId : trigger;
    this.frame = frame;
    Cleaner cleaner = EnabledHooks.cleaner();
    if (cleaner != null && !options.requireManualDestroy) {
      cleaner.register(this, new Collected(asyncId, isFuture(), destroyTold));
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
   * This resource's id.
   *
   * @return a number unique in the process and greater than those of resources created before
   */
  public final long asyncId() {
    return asyncId;
  }

  /**
   * The id of what triggered this resource.
   *
   * @return the id given at creation, else that of what ran then
   */
  public final long triggerAsyncId() {
    return triggerAsyncId;
  }

  /**
   * This resource's type.
   *
   * @return the type given at creation
   */
  public final String type() {
    return type;
  }

  /**
   * A map for hooks and applications to keep things in that belong to this resource. Thread-safe,
   * without nulls.
   *
   * @return the live map; an immutable empty one where nothing runs (id 0), since that is no one's
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
   * at its creation, and with the {@code before} and {@code after} events around it. May be called
   * again, also within itself and after {@link #emitDestroy}.
   *
   * @param op the operation
   * @param <X> what it may throw
   * @throws X what the operation throws
   */
  public final <X extends Throwable> void runInAsyncScope(RunnableOp<X> op) throws X {
    requireNonNull(op, "op");
    this.<@Nullable Void, X>callInAsyncScope(
        () -> {
          op.run();
          return null;
        });
  }

  /**
   * As {@link #runInAsyncScope}, with a result.
   *
   * @param op the operation
   * @param <R> the type of its result
   * @param <X> what it may throw
   * @return the operation's result
   * @throws X what the operation throws
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
   * Tells the hooks, soon and on another thread, that this resource will not run again. Each call
   * is told, as in Node.js; collection of the resource is told only if there was none.
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
   * @return a supplier that asks it in this resource's scope
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

  /** Options of a resource. Confined to the thread that builds. */
  public static final class Options {
    private @Nullable Long triggerAsyncId;
    private boolean requireManualDestroy;

    /** The defaults: triggered by what runs now, destroyed by collection at the latest. */
    public Options() {}

    /**
     * What triggered the resource.
     *
     * @param triggerAsyncId an id, -1 or greater; it need not exist
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
     * Leaves {@code destroy} to {@link #emitDestroy} alone: collection tells nothing.
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
