package org.asynclocal.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Something with storages. While a case runs, {@link #n} of them are bound on its thread; the one
 * that is read and run with was bound in the middle of the others.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public abstract class StoragePeer {
  /** How many storages a peer has besides the one that is read. */
  static final int OTHERS = 1000;

  static final String VALUE = "value";

  /**
   * The value that is bound inside. It is another one, since some peers skip a binding of the same
   * value.
   */
  static final String INNER = "inner";

  @Param("1")
  public int n;

  /** How many runs are inside each other in {@link #nestedRun}. */
  @Param("1")
  public int depth;

  private final Runnable task = StoragePeer::work;
  private final Runnable deeper = this::deeper;
  private int left;

  /**
   * Binds the storages for as long as the thread lives: half of the others, the one to read, the
   * rest.
   */
  @Setup(Level.Trial)
  public void bind() {
    int before = (n - 1) / 2;
    for (int other = 0; other < before; other++) {
      enter(other);
    }
    enterRead();
    for (int other = before; other < n - 1; other++) {
      enter(other);
    }
  }

  abstract void enter(int other);

  abstract void enterRead();

  /** As the string that it is: an application does not read an object of no type. */
  abstract @Nullable String get();

  /** Runs the operation with the storage that is read. */
  abstract void run(Runnable op);

  /** Runs the operation with another one. */
  abstract void run(int other, Runnable op);

  @Benchmark
  public @Nullable String getStore() {
    return get();
  }

  @Benchmark
  public void run() {
    run(task);
  }

  /** The time is that of all runs together. */
  @Benchmark
  public void nestedRun() {
    left = depth;
    deeper();
  }

  private void deeper() {
    if (left == 0) {
      work();
      return;
    }
    left--;
    run(left, deeper);
  }

  final Runnable task() {
    return task;
  }

  /** An application's operation is not compiled into the call that runs it, nor is this. */
  @CompilerControl(CompilerControl.Mode.DONT_INLINE)
  private static void work() {}
}
