package org.asynclocal.hooks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A listener that can be enabled and disabled. {@link AsyncHooks#createHook} creates it, and it is
 * disabled until {@link #enable}:
 *
 * <pre>{@code
 * AsyncHook hook = AsyncHooks.createHook(listener).trackFutures(false).enable();
 * }</pre>
 *
 * <p>Hooks are called in the order in which they were enabled. A hook that is enabled or disabled
 * from within an event joins or leaves on that thread after the outermost event has reached all
 * hooks. Thread-safe.
 *
 * @since 1.0
 */
public final class AsyncHook {
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final HookListener listener;
  private final boolean wantsInit;
  private final boolean wantsDestroy;
  private final boolean trackFutures;
  private final long patienceNanos;
  private final AtomicBoolean faulty = new AtomicBoolean();
  private final AtomicBoolean blocking = new AtomicBoolean();

  /**
   * The time at which a callback began that has not returned; 0 if there is none. Of several at a
   * time one is watched, which is enough to notice a listener that blocks.
   */
  private volatile long watchedSince;

  AsyncHook(HookListener listener, boolean trackFutures) {
    this(listener, trackFutures, PATIENCE_NANOS);
  }

  AsyncHook(HookListener listener, boolean trackFutures, long patienceNanos) {
    this.listener = listener;
    this.trackFutures = trackFutures;
    this.patienceNanos = patienceNanos;
    this.wantsInit =
        overrides(listener, "init", long.class, String.class, long.class, AsyncResource.class);
    this.wantsDestroy = overrides(listener, "destroy", long.class);
    if (!trackFutures && overrides(listener, "promiseResolve", long.class)) {
      throw new IllegalArgumentException(
          "trackFutures: a listener with promiseResolve needs futures to be tracked");
    }
  }

  /**
   * Returns a hook for the same listener that gets the events of futures or not: those of resources
   * of type {@code PROMISE}.
   *
   * @param track true if the listener is to get the events of futures
   * @return a new, disabled hook
   * @throws IllegalArgumentException if false and the listener overrides {@link
   *     HookListener#promiseResolve}
   */
  public AsyncHook trackFutures(boolean track) {
    return new AsyncHook(listener, track, patienceNanos);
  }

  /**
   * Calls the listener from now on. Does nothing if the hook is enabled. A hook that was disabled
   * and is enabled again is called last.
   *
   * @return this
   */
  public AsyncHook enable() {
    EnabledHooks.add(this);
    return this;
  }

  /**
   * Stops calling the listener. Does nothing if the hook is disabled.
   *
   * @return this
   */
  public AsyncHook disable() {
    EnabledHooks.remove(this);
    return this;
  }

  boolean wantsInit() {
    return wantsInit;
  }

  boolean wantsDestroy() {
    return wantsDestroy;
  }

  boolean wants(boolean future) {
    return trackFutures || !future;
  }

  void tell(Consumer<HookListener> event) {
    long began = System.nanoTime() | 1; // 0 means none
    long watched = watchedSince;
    if (watched == 0) {
      watchedSince = began;
    } else if (began - watched > patienceNanos) {
      blocks();
    }
    try {
      event.accept(listener);
    } catch (Throwable thrown) {
      if (faulty.compareAndSet(false, true)) {
        HookMessages.HOOK_THREW.report(thrown, listener.name());
      }
    } finally {
      if (watched == 0) {
        watchedSince = 0;
      }
    }
  }

  void tooDeep() {
    disable();
    if (faulty.compareAndSet(false, true)) {
      HookMessages.HOOK_RECURSES.report(listener.name(), Dispatch.DEEPEST);
    }
  }

  private void blocks() {
    if (blocking.compareAndSet(false, true)) {
      HookMessages.HOOK_BLOCKS.report(
          listener.name(), TimeUnit.NANOSECONDS.toSeconds(patienceNanos));
    }
  }

  private static boolean overrides(HookListener listener, String event, Class<?>... parameters) {
    try {
      return listener.getClass().getMethod(event, parameters).getDeclaringClass()
          != HookListener.class;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
