package org.asynclocal.benchmarks;

import io.smallrye.context.SmallRyeContextManager;
import io.smallrye.context.SmallRyeContextManagerProvider;
import io.smallrye.context.SmallRyeManagedExecutor;
import io.smallrye.context.SmallRyeThreadContext;
import io.smallrye.context.cdi.context.propagation.CdiContextProvider;
import io.smallrye.context.impl.DefaultValues;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** SmallRye's executor with different providers, alone and beside its own one for CDI. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SmallRyeExecutor {
  private static final AsyncLocalStorage<String> STORAGE = AsyncLocalStorage.create();
  private static final String[] NONE = {};
  private static final String[] ALL = {ThreadContext.ALL_REMAINING};

  /** None, or one or two of AsyncLocal, Slow, Fast and CDI, joined by a plus sign. */
  @Param("None")
  public String providers = "None";

  /** How many asynchronous stages a chain has. */
  @Param("1")
  public int stages;

  private ManagedExecutor executor = executor(new ThreadContextProvider[0]);

  @Setup(Level.Trial)
  public void setUp() {
    STORAGE.enterWith("value");
    ValueProvider.VALUE.set("value");
    executor =
        executor(
            Stream.of(providers.split("\\+"))
                .flatMap(SmallRyeExecutor::provider)
                .toArray(ThreadContextProvider[]::new));
  }

  private static ManagedExecutor executor(ThreadContextProvider[] providers) {
    SmallRyeContextManager manager =
        new SmallRyeContextManagerProvider()
            .getContextManagerBuilder()
            .withDefaultValues(DefaultValues.empty())
            .withThreadContextProviders(providers)
            .build();
    ExecutorService threads = new DirectExecutor();
    SmallRyeThreadContext context =
        new SmallRyeThreadContext(manager, ALL, NONE, NONE, null, threads);
    return new SmallRyeManagedExecutor(-1, -1, context, threads, null);
  }

  private static Stream<ThreadContextProvider> provider(String name) {
    return switch (name) {
      case "AsyncLocal" -> Stream.of(new AsyncLocalContextProvider());
      case "Slow" -> Stream.of(new ValueProvider());
      case "Fast" -> Stream.of(new ValueProvider.Fast());
      case "CDI" -> Stream.of(cdi());
      default -> Stream.empty();
    };
  }

  /** With a container that lives as long as the benchmark's JVM. */
  @SuppressWarnings("resource")
  private static ThreadContextProvider cdi() {
    SeContainerInitializer.newInstance()
        .disableDiscovery()
        .addBeanClasses(DirectExecutor.class)
        .initialize();
    return new CdiContextProvider();
  }

  @Benchmark
  public void execute() {
    executor.execute(SmallRyeExecutor::task);
  }

  /** The time is that of the whole chain. */
  @Benchmark
  public Object chain() {
    CompletableFuture<Object> chain = executor.completedFuture("");
    for (int stage = 0; stage < stages; stage++) {
      chain = chain.thenApplyAsync(result -> result);
    }
    return chain.join();
  }

  private static void task() {}
}
