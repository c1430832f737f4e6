package org.asynclocal.internal.binding;

import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/** Waits for the garbage collector, with a deadline. */
public final class Garbage {
  private static final long DEADLINE_NANOS = 20_000_000_000L;

  private Garbage() {}

  /** Returns whether the condition holds after a garbage collection. */
  public static boolean eventually(BooleanSupplier condition) {
    long deadline = System.nanoTime() + DEADLINE_NANOS;
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      System.gc();
      Thread.onSpinWait();
    }
    return true;
  }

  static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
