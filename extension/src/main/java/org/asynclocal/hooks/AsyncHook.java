package org.asynclocal.hooks;

import java.util.function.Consumer;

/**
 * A listener that can be enabled and disabled. Made by {@link AsyncHooks#createHook}, and disabled
 * until {@link #enable}. Thread-safe.
 *
 * <p>Hooks are called in the order in which they were enabled. A change made while events of a
 * thread are being told applies there once the outermost event has been told to all.
 */
public final class AsyncHook {
  private final HookListener listener;
  private final boolean wantsDestroy;
  private final boolean trackFutures;
  private volatile boolean faulty;

  AsyncHook(HookListener listener, boolean trackFutures) {
    this.listener = listener;
    this.trackFutures = trackFutures;
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
    return new AsyncHook(listener, track);
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
    try {
      event.accept(listener);
    } catch (Throwable thrown) {
      if (firstFault()) {
        HookMessages.HOOK_THREW.report(thrown, listener.name());
      }
    }
  }

  void tooDeep() {
    disable();
    if (firstFault()) {
      HookMessages.HOOK_RECURSES.report(listener.name(), Dispatch.DEEPEST);
    }
  }

  private boolean firstFault() {
    boolean first = !faulty;
    faulty = true;
    return first;
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
