package org.asynclocal.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.TearDown;

/** Something that also carries its storages to other threads. */
public abstract class ContextPeer extends StoragePeer {
  private final ExecutorService pool = Executors.newFixedThreadPool(1);

  abstract @Nullable Object captured();

  abstract Runnable wrap(Runnable op);

  @Benchmark
  public @Nullable Object capture() {
    return captured();
  }

  @Benchmark
  public void captureWrapRun() {
    start(wrap(task()));
  }

  /** Keeps the caller of a bound task from knowing how it was bound. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static void start(Runnable bound) {
    bound.run();
  }

  @Benchmark
  @OperationsPerInvocation(PoolHandoff.BATCH)
  public void poolHandoff() {
    PoolHandoff.await(pool, this::wrap);
  }

  @TearDown(Level.Trial)
  public void shutDown() {
    pool.shutdownNow();
  }
}
