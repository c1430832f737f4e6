package org.asynclocal.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Reading with the slot for Quarkus, on a thread of Vert.x that works for the duplicated context of
 * a request.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    jvmArgsAppend = {
      "-Djmh.executor=CUSTOM",
      "-Djmh.executor.class=org.asynclocal.benchmarks.VertxThreads"
    })
public class EventLoop {
  private static final AsyncLocalStorage<String> STORAGE = AsyncLocalStorage.create();
  private static final ThreadLocal<String> THREAD_LOCAL = new ThreadLocal<>();

  /** How the value came there: the request entered it, or a scope, run or task has it. */
  @Param("entered")
  public String bound = "entered";

  private final Vertx vertx = Vertx.vertx();

  @Setup(Level.Trial)
  public void bind() {
    THREAD_LOCAL.set("value");
    ContextInternal request = ((VertxInternal) vertx).createEventLoopContext().duplicate();
    request.beginDispatch();
    if (bound.equals("entered")) {
      STORAGE.enterWith("value");
    } else {
      org.asynclocal.Scope unused = STORAGE.withScope("value");
    }
  }

  @Benchmark
  public @Nullable String getStore() {
    return STORAGE.getStore();
  }

  @Benchmark
  public String threadLocal() {
    return THREAD_LOCAL.get();
  }

  @TearDown(Level.Trial)
  public void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
  }
}
