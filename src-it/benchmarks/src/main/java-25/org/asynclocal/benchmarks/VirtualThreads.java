package org.asynclocal.benchmarks;

import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A virtual thread made, run and waited for. The bytes of its own are JMH's to count only as far as
 * the starting thread allocates them, so the profiler's figure is that of all threads.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VirtualThreads {
  private static final AsyncLocalStorage<String> STORAGE = AsyncLocalStorage.create();

  @Setup(Level.Trial)
  public void setUp() {
    STORAGE.enterWith("value");
  }

  @Benchmark
  public void bare() throws InterruptedException {
    Thread.ofVirtual().start(VirtualThreads::task).join();
  }

  @Benchmark
  public void bound() throws InterruptedException {
    Thread.ofVirtual().start(AsyncLocalStorage.bindRunnable(VirtualThreads::task)).join();
  }

  private static void task() {}
}
