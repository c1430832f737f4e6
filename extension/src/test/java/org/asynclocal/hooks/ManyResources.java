package org.asynclocal.hooks;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;

/**
 * Creates and drops a million resources with a destroy hook enabled. Ends with status 0 when each
 * of them was destroyed once; run in a JVM whose heap has room for a small part of them.
 */
final class ManyResources implements HookListener {
  private static final int MANY = 1_000_000;
  private static final int STEP = 10_000;
  private static final int BEHIND = 30_000;
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final BitSet destroyed = new BitSet(MANY + 2);
  private int again;

  private ManyResources() {}

  public static void main(String[] arguments) throws InterruptedException {
    ManyResources many = new ManyResources();
    AsyncHook hook = AsyncHooks.createHook(many).enable();
    long first = new AsyncResource("DROPPED").asyncId();
    for (int n = 1; n < MANY; n++) {
      AsyncResource resource = new AsyncResource("DROPPED");
      if (n % 2 == 0) {
        resource.emitDestroy(); // those must not be told again when they are collected
      }
      if (n % STEP == 0) {
        many.awaitDestroyed(n - BEHIND); // the thread that tells may get less time than this one
      }
    }
    many.awaitDestroyed(MANY);
    new AsyncResource("LAST"); // collected after the others, so that a second round would be seen
    many.awaitDestroyed(MANY + 1);
    hook.disable();
    if (many.again != 0 || many.destroyed.nextClearBit((int) first) < first + MANY) {
      throw new IllegalStateException(many.again + " were destroyed more than once");
    }
  }

  private synchronized void awaitDestroyed(int count) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (destroyed.cardinality() < count) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("only " + destroyed.cardinality() + " were destroyed");
      }
      System.gc();
      wait(50);
    }
  }

  @Override
  public synchronized void destroy(long asyncId) {
    if (destroyed.get((int) asyncId)) {
      again++;
    }
    destroyed.set((int) asyncId);
  }
}
