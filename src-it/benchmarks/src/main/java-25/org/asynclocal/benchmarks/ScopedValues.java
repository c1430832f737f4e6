package org.asynclocal.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The JDK's scoped values, which can't be bound for good: reads share the cost of one binding. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScopedValues {
  private static final int READS = 10_000;
  private static final ScopedValue<String> READ = ScopedValue.newInstance();

  @Benchmark
  @OperationsPerInvocation(READS)
  public void getStore(Blackhole blackhole) {
    ScopedValue.where(READ, "value")
        .run(
            () -> {
              for (int i = 0; i < READS; i++) {
                blackhole.consume(READ.get());
              }
            });
  }

  @Benchmark
  public void run() {
    ScopedValue.where(READ, "inner").run(ScopedValues::work);
  }

  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static void work() {}
}
