package org.asynclocal.benchmarks;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** Hands tasks to another thread, so many at once that their work outweighs its waking. */
final class Hops {
  static final int BATCH = 256;

  private Hops() {}

  static void await(Executor executor, UnaryOperator<Runnable> wrap) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(BATCH);
    Runnable task = done::countDown;
    for (int i = 0; i < BATCH; i++) {
      executor.execute(wrap.apply(task));
    }
    done.await();
  }
}
