package org.asynclocal.agent.hub;

import java.nio.channels.CompletionHandler;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where the edited classes of the JDK, and the copies of the library, meet. The agent defines this
 * class and its parts in {@code java.base}, as {@code java.util.concurrent.AsyncLocalHub}, so that
 * every class loader sees it.
 *
 * <p>Nothing here uses lambdas or joined strings: both begin with a call of the runtime that a
 * class this deep in the JDK must not depend on.
 */
public final class Hub {
  /** The version of the protocol; a copy of another version is not registered. */
  public static final int PROTOCOL = 1;

  private static final String TASK = "TASK";
  private static final String PROMISE = "PROMISE";
  private static final String THREAD = "THREAD";
  private static final String TIMER = "TIMER";
  private static final String INTERVAL = "INTERVAL";
  private static final String LISTENER = "LISTENER";
  private static final String SUBSCRIPTION = "SUBSCRIPTION";
  private static final String IO = "IO";

  /** Stands for a handoff that captured nothing, where the running thread may hold something. */
  private static final Object NOTHING = new Object();

  private static volatile long longDelayNanos = TimeUnit.SECONDS.toNanos(1);
  private static volatile @Nullable Object virtualScheduler;

  private Hub() {}

  /**
   * Registers a copy of the library.
   *
   * @param protocol what the copy was written for
   * @param registration see {@link Copy}; held weakly
   * @return whether it is registered
   */
  public static boolean register(int protocol, Object[] registration) {
    if (protocol != PROTOCOL) {
      return false;
    }
    Copies.add(new Copy(registration));
    return true;
  }

  /** Takes over what is configured. */
  public static void configure(String[] excluded, long longDelay) {
    Site.exclude(excluded);
    longDelayNanos = longDelay;
  }

  // Around a piece of the JDK's code.

  /** Begins a piece of code with nothing. */
  public static @Nullable Object isolate() {
    return Copies.begin(null);
  }

  /** Takes from the thread what a piece of code left there. */
  public static void clear() {
    if (Copies.isAnything()) {
      Copies.begin(null);
    }
  }

  /** Begins a piece of code with what was captured for it; null if it was not handed over. */
  public static @Nullable Object begin(@Nullable Object captured) {
    return captured == null ? null : Copies.begin(captured == NOTHING ? null : captured);
  }

  /** Ends what was begun. */
  public static void end(@Nullable Object token) {
    Copies.end(token);
  }

  // Threads.

  /** A thread is about to start. */
  public static void starting(Thread thread) {
    if (Copies.isAnything() && carries(thread)) {
      Object captured = Copies.captured(THREAD);
      if (captured != null && Copies.seed(thread, captured)) {
        Kept.put(thread, captured);
      }
    }
  }

  /** A thread runs its task; null if no copy has to be told. */
  public static @Nullable Object running() {
    Object captured = Kept.take(Thread.currentThread());
    return captured == null ? null : Copies.started(captured);
  }

  /** The JDK's own kinds of threads run loops; another platform thread may, as its site tells. */
  private static boolean carries(Thread thread) {
    Class<?> type = thread.getClass();
    if (type != Thread.class && TaskClasses.isJdks(type)) {
      return type.getName().startsWith("java.lang."); // virtual threads
    }
    return !(thread instanceof ForkJoinWorkerThread) && Site.carries();
  }

  // Fork/join.

  /** The pool that runs virtual threads was made: its tasks are theirs, and carry nothing. */
  public static void virtualScheduler(Object pool) {
    virtualScheduler = pool;
  }

  /** Captures for a task that is pushed on a queue of the pool; null if that carries nothing. */
  public static @Nullable Object fork(@Nullable Object pool) {
    boolean ofVirtualThread = pool == null ? isCarrier() : pool == virtualScheduler;
    return ofVirtualThread ? null : captureOrNothing(TASK);
  }

  /** Captures for a task that another thread pushes on a pool's queue. */
  public static @Nullable Object forkLocked() {
    return captureOrNothing(TASK);
  }

  private static boolean isCarrier() {
    return Thread.currentThread().getClass().getName().equals("jdk.internal.misc.CarrierThread");
  }

  // The functions of futures.

  public static Runnable task(Runnable task) {
    Object captured = promise(task);
    return captured == null ? task : new Carried.OfTask(captured, task);
  }

  public static Supplier<?> supplier(Supplier<?> supplier) {
    Object captured = promise(supplier);
    return captured == null ? supplier : new Carried.OfSupplier(captured, supplier);
  }

  public static Function<Object, ?> function(Function<Object, ?> function) {
    Object captured = promise(function);
    return captured == null ? function : new Carried.OfFunction(captured, function);
  }

  public static BiFunction<Object, Object, ?> biFunction(BiFunction<Object, Object, ?> function) {
    Object captured = promise(function);
    return captured == null ? function : new Carried.OfBiFunction(captured, function);
  }

  public static Consumer<Object> consumer(Consumer<Object> consumer) {
    Object captured = promise(consumer);
    return captured == null ? consumer : new Carried.OfConsumer(captured, consumer);
  }

  public static BiConsumer<Object, Object> biConsumer(BiConsumer<Object, Object> consumer) {
    Object captured = promise(consumer);
    return captured == null ? consumer : new Carried.OfBiConsumer(captured, consumer);
  }

  private static @Nullable Object promise(Object function) {
    return Copies.captured(PROMISE, TaskClasses.FUNCTIONS, function);
  }

  /** Captures for a handler of an asynchronous channel. */
  public static @Nullable CompletionHandler<Object, Object> handler(
      @Nullable CompletionHandler<Object, Object> handler) {
    if (handler == null) {
      return null;
    }
    return Copies.isEmpty() ? handler : new CarriedHandler(Copies.captured(IO), handler);
  }

  /** Captures for a listener of an interface that this module cannot name. */
  public static @Nullable Object listener(@Nullable Object listener, Class<?> type) {
    if (listener == null) {
      return null;
    }
    Object captured = Copies.captured(LISTENER);
    return captured == null ? listener : CarriedListener.of(captured, listener, type);
  }

  /** Captures for a subscription. */
  public static @Nullable Object subscribe() {
    return captureOrNothing(SUBSCRIPTION);
  }

  private static @Nullable Object captureOrNothing(String type) {
    if (Copies.isEmpty()) {
      return null;
    }
    Object captured = Copies.captured(type);
    return captured == null ? NOTHING : captured;
  }

  /** Captures for a task that goes through a queue of a library's own. */
  public static @Nullable Runnable handOver(@Nullable Runnable task) {
    if (task == null || task instanceof Carried) {
      return task;
    }
    Object captured = Copies.captured(TASK, TaskClasses.TASKS, task);
    return captured == null ? task : new Carried.OfTask(captured, task);
  }

  // Timers.

  /** Captures for a task that runs at the time of {@link System#nanoTime}. */
  public static @Nullable Runnable scheduled(@Nullable Runnable task, long time) {
    return timed(task, time - System.nanoTime(), 0);
  }

  /** Captures for a task that runs again and again. */
  public static @Nullable Runnable scheduled(@Nullable Runnable task, long time, long period) {
    return timed(task, time - System.nanoTime(), period);
  }

  /** Captures for a task that runs at the time of {@link System#nanoTime}. */
  public static @Nullable Callable<?> scheduled(@Nullable Callable<?> task, long time) {
    return delayed(task, time - System.nanoTime());
  }

  /** Captures for a task that runs after a delay, and again if it has a period. */
  public static @Nullable Runnable timed(@Nullable Runnable task, long delay, long period) {
    Object captured = task == null ? null : capture(task, delay, period);
    return task == null || captured == null ? task : new Carried.OfTask(captured, task);
  }

  /** Captures for a task that runs after a delay. */
  public static @Nullable Callable<?> delayed(@Nullable Callable<?> task, long delay) {
    Object captured = task == null ? null : capture(task, delay, 0);
    return task == null || captured == null ? task : new Carried.OfCallable(captured, task);
  }

  /** Captures for a task that runs after a delay. */
  public static @Nullable Runnable delayed(@Nullable Runnable task, long delay, TimeUnit unit) {
    return timed(task, unit.toNanos(delay), 0);
  }

  /** Captures for a task that runs after a delay. */
  public static @Nullable Callable<?> delayed(
      @Nullable Callable<?> task, long delay, TimeUnit unit) {
    return delayed(task, unit.toNanos(delay));
  }

  /** Captures for a task of a {@code Timer}; null if it carries nothing. */
  public static @Nullable Object timer(Object task, long time, long period) {
    long delay = TimeUnit.MILLISECONDS.toNanos(time - System.currentTimeMillis());
    return capture(task, delay, period);
  }

  /** Runs a task with what was captured for it. */
  public static void run(Runnable task, @Nullable Object captured) {
    Object token = Copies.begin(captured);
    try {
      task.run();
    } finally {
      Copies.end(token);
    }
  }

  private static @Nullable Object capture(Object task, long delay, long period) {
    boolean isLong = period != 0 || delay >= longDelayNanos;
    return isLong && Copies.isAnything() && !Site.carries()
        ? null
        : Copies.captured(period == 0 ? TIMER : INTERVAL, TaskClasses.TASKS, task);
  }
}
