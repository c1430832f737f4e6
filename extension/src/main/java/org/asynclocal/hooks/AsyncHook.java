package org.asynclocal.hooks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A listener that can be enabled and disabled. Made by {@link AsyncHooks#createHook}, and disabled
 * until {@link #enable}. Thread-safe.
 *
 * <p>Hooks are called in the order in which they were enabled. A change made while events of a
 * thread are being told applies there once the outermost event has been told to all.
 */
public final class AsyncHook {
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final HookListener listener;
  private final boolean wantsDestroy;
  private final boolean trackFutures;
  private final long patienceNanos;
  private final AtomicBoolean faulty = new AtomicBoolean();
  private final AtomicBoolean blocking = new AtomicBoolean();

  /**
   * When a callback began that is still under way; 0 if none is. Of several at a time one is
   * watched, which is enough to notice a listener that blocks.
   */
  private volatile long watchedSince;

  AsyncHook(HookListener listener, boolean trackFutures) {
    this(listener, trackFutures, PATIENCE_NANOS);
  }

  AsyncHook(HookListener listener, boolean trackFutures, long patienceNanos) {
    this.listener = listener;
    this.trackFutures = trackFutures;
    this.patienceNanos = patienceNanos;
    this.wantsDestroy = overrides(listener, "destroy");
    if (!trackFutures && overrides(listener, "promiseResolve")) {
      throw new IllegalArgumentException(
          "trackFutures: a listener with promiseResolve needs futures to be tracked");
    }
  }

  /**
   * This hook's options changed: futures tracked or not. With false it is told nothing of resources
   * of type {@code PROMISE}.
   *
   * @param track whether to tell this listener of futures
   * @return a new, disabled hook
   * @throws IllegalArgumentException if false and the listener overrides {@link
   *     HookListener#promiseResolve}
   */
  public AsyncHook trackFutures(boolean track) {
    return new AsyncHook(listener, track, patienceNanos);
  }

  /**
   * Starts to tell the listener. Does nothing if it is enabled; a hook enabled again is called
   * last.
   *
   * @return this
   */
  public AsyncHook enable() {
    EnabledHooks.add(this);
    return this;
  }

  /**
   * Stops telling the listener. Does nothing if it is disabled.
   *
   * @return this
   */
  public AsyncHook disable() {
    EnabledHooks.remove(this);
    return this;
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

  private static boolean overrides(HookListener listener, String event) {
    try {
      return listener.getClass().getMethod(event, long.class).getDeclaringClass()
          != HookListener.class;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
