package org.asynclocal.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.CompilerControl;

/**
 * Hands tasks to another thread, which begins once it has all of them: otherwise what two threads
 * do to each other at the queue is most of what is measured, and differs from run to run. They are
 * so many that the two wakings are a small part.
 */
final class Hops {
  static final int BATCH = 2048;

  private Hops() {}

  static void await(Executor executor, UnaryOperator<Runnable> wrap) throws InterruptedException {
    CountDownLatch handedOver = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    executor.execute(() -> await(handedOver));
    Runnable task = Hops::work;
    for (int i = 0; i < BATCH; i++) {
      executor.execute(wrap.apply(task));
    }
    executor.execute(done::countDown);
    handedOver.countDown();
    done.await();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      throw new IllegalStateException("the pool ends before its tasks", ended);
    }
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static void work() {}
}
