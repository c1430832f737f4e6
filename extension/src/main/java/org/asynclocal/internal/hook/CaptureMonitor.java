package org.asynclocal.internal.hook;

import java.util.concurrent.atomic.LongAdder;
import org.asynclocal.internal.config.LazySwitch;
import org.jspecify.annotations.Nullable;

/**
 * Observers of captures: hooks and metrics. A capture costs nothing for them until the first is
 * turned on, and one read of {@link #observed} after the last is turned off.
 */
public final class CaptureMonitor {
  private static final LazySwitch OBSERVING = LazySwitch.create();

  private static volatile boolean observed;
  private static volatile @Nullable LongAdder count;

  private CaptureMonitor() {}

  /** Begins to count. Does nothing if that has begun. */
  public static synchronized void count() {
    if (count == null) {
      count = new LongAdder();
      observe(true);
    }
  }

  /** The captures since {@link #count()}; 0 before. */
  public static long sum() {
    LongAdder counting = count;
    return counting == null ? 0 : counting.sum();
  }

  /** Returns whether a capture is to be reported to {@link #captured}. */
  public static boolean isObserved() {
    return OBSERVING.isUsed() && observed;
  }

  /**
   * Counts a capture.
   *
   * @return the bridge that makes a resource of it; null while no hook is enabled
   */
  public static @Nullable HookBridge captured() {
    return isObserved() ? tell() : null;
  }

  private static @Nullable HookBridge tell() {
    LongAdder counting = count;
    if (counting != null) {
      counting.increment();
    }
    return HookBridge.active();
  }

  /** Sets whether a hook is enabled. */
  static synchronized void trace(boolean traced) {
    observe(traced || count != null);
  }

  private static void observe(boolean wanted) {
    observed = wanted;
    if (wanted) {
      OBSERVING.use();
    }
  }
}
