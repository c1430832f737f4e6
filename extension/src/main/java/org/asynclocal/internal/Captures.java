package org.asynclocal.internal;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * How many contexts were captured since somebody wants to know. Until then a capture costs one look
 * at {@link #count}.
 */
public final class Captures {
  private static volatile @Nullable LongAdder count;

  private Captures() {}

  /** Begins to count. Does nothing if that has begun. */
  public static synchronized void count() {
    if (count == null) {
      count = new LongAdder();
    }
  }

  /** The captures since {@link #count()}; 0 before. */
  public static long sum() {
    LongAdder counting = count;
    return counting == null ? 0 : counting.sum();
  }

  static void captured() {
    LongAdder counting = count;
    if (counting != null) {
      counting.increment();
    }
  }
}
