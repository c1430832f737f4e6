package org.asynclocal.internal;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to know of captures: the hooks, and who counts them. While nobody does, a capture costs
 * one look at {@link #observed} for both.
 */
public final class Captures {
  private static volatile boolean observed;
  private static volatile @Nullable LongAdder count;

  private Captures() {}

  /** Begins to count. Does nothing if that has begun. */
  public static synchronized void count() {
    if (count == null) {
      count = new LongAdder();
      observed = true;
    }
  }

  /** The captures since {@link #count()}; 0 before. */
  public static long sum() {
    LongAdder counting = count;
    return counting == null ? 0 : counting.sum();
  }

  /** A door captures a context. What makes a resource of it; null while no hook is enabled. */
  public static @Nullable Tracing captured() {
    return observed ? tell() : null;
  }

  private static @Nullable Tracing tell() {
    LongAdder counting = count;
    if (counting != null) {
      counting.increment();
    }
    return Tracing.active();
  }

  /** Tells whether a hook is enabled from now on. */
  static synchronized void trace(boolean traced) {
    observed = traced || count != null;
  }
}
