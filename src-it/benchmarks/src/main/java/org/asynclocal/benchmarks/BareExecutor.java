package org.asynclocal.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A pool that carries nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BareExecutor {
  private final ExecutorService pool = Executors.newFixedThreadPool(1);

  @Benchmark
  @OperationsPerInvocation(PoolHandoff.BATCH)
  public void poolHandoff() {
    PoolHandoff.await(pool, UnaryOperator.identity());
  }

  @TearDown(Level.Trial)
  public void shutDown() {
    pool.shutdownNow();
  }
}
