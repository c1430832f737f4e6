package org.asynclocal.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.asynclocal.AsyncLocalStorage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Virtual threads made, run and waited for by another one, all on one core: a platform thread that
 * waits for each would measure how long it takes to be woken.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    jvmArgsAppend = {
      "-Djdk.virtualThreadScheduler.parallelism=1",
      "-Djdk.virtualThreadScheduler.maxPoolSize=1"
    })
public class VirtualThreads {
  private static final int BATCH = 1024;

  private static final AsyncLocalStorage<String> STORAGE = AsyncLocalStorage.create();

  private final Thread[] started = new Thread[BATCH];

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void bare() throws InterruptedException {
    Thread.ofVirtual().start(() -> startAll(UnaryOperator.identity())).join();
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void bound() throws InterruptedException {
    Thread.ofVirtual()
        .start(() -> STORAGE.run("value", () -> startAll(AsyncLocalStorage::bindRunnable)))
        .join();
  }

  private void startAll(UnaryOperator<Runnable> wrap) {
    for (int i = 0; i < BATCH; i++) {
      started[i] = Thread.ofVirtual().start(wrap.apply(VirtualThreads::task));
    }
    for (Thread thread : started) {
      join(thread);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void task() {}
}
