package org.asynclocal.benchmarks;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.CompilerControl;

/**
 * Hands tasks to another thread, which begins once it has all of them: otherwise what two threads
 * do to each other at the queue is most of what is measured, and differs from run to run. Each
 * waits for the other without giving up its core, since to be woken can take as long as a thousand
 * handoffs.
 */
final class PoolHandoff {
  static final int BATCH = 4096;

  private PoolHandoff() {}

  static void await(Executor executor, UnaryOperator<Runnable> wrap) {
    AtomicBoolean handedOver = new AtomicBoolean();
    AtomicBoolean done = new AtomicBoolean();
    executor.execute(() -> await(handedOver));
    Runnable task = PoolHandoff::work;
    for (int i = 0; i < BATCH; i++) {
      executor.execute(wrap.apply(task));
    }
    executor.execute(() -> done.set(true));
    handedOver.set(true);
    await(done);
  }

  private static void await(AtomicBoolean flag) {
    while (!flag.get()) {
      Thread.onSpinWait();
    }
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static void work() {}
}
