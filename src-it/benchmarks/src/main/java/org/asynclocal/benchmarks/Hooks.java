package org.asynclocal.benchmarks;

import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.HookListener;
import org.asynclocal.internal.hook.HookBridge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The cost of hooks while there are none, and while there is one that does nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Hooks {
  private static final AsyncLocalStorage<String> STORAGE = AsyncLocalStorage.create();

  @Param("off")
  public String hooks = "off";

  @Setup(Level.Trial)
  public void setUp() {
    STORAGE.enterWith("value");
    if (hooks.equals("on")) {
      AsyncHook unused = AsyncHooks.createHook(new HookListener() {}).enable();
    }
  }

  @Benchmark
  public boolean nothing() {
    return true;
  }

  @Benchmark
  public boolean check() {
    return HookBridge.active() == null;
  }

  @Benchmark
  public void captureWrapRun() {
    AsyncLocalStorage.bindRunnable(Hooks::task).run();
  }

  private static void task() {}
}
