package org.asynclocal.contract;

import io.smallrye.context.SmallRyeContextManager;
import io.smallrye.context.SmallRyeContextManagerProvider;
import io.smallrye.context.SmallRyeManagedExecutor;
import io.smallrye.context.SmallRyeThreadContext;
import io.smallrye.context.impl.DefaultValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/** MicroProfile Context Propagation as SmallRye has it, with our provider and one worker thread. */
final class SmallRyeRuntime implements ContextRuntime {
  private static final String[] NONE = {};
  private static final String[] OURS = {AsyncLocalStorage.CONTEXT_TYPE};

  private final AtomicInteger captures = new AtomicInteger();
  private final ExecutorService pool;
  private final SmallRyeContextManager manager;

  SmallRyeRuntime(ThreadContextProvider... neighbours) {
    this(Executors.newSingleThreadExecutor(), neighbours);
  }

  SmallRyeRuntime(ExecutorService pool, ThreadContextProvider... neighbours) {
    this.pool = pool;
    List<ThreadContextProvider> providers = new ArrayList<>(List.of(neighbours));
    providers.add(new AsyncLocalContextProvider());
    providers.add(new Counter(captures));
    this.manager =
        new SmallRyeContextManagerProvider()
            .getContextManagerBuilder()
            .withDefaultValues(DefaultValues.empty())
            .withThreadContextProviders(providers.toArray(ThreadContextProvider[]::new))
            .build();
  }

  @Override
  public Lane propagating() {
    return lane(pool, NONE, NONE);
  }

  @Override
  public Lane clearing() {
    return lane(pool, OURS, NONE);
  }

  @Override
  public Lane unchanged() {
    return lane(pool, NONE, OURS);
  }

  @Override
  public Lane rejecting() {
    ExecutorService ended = Executors.newSingleThreadExecutor();
    ended.shutdown();
    return lane(ended, NONE, NONE);
  }

  @Override
  public int captures() {
    return captures.get();
  }

  /**
   * The futures of its asynchronous methods have the managed executor itself as theirs, which
   * captures again what a stage hands it.
   */
  @Override
  public Map<HandoffKind, Integer> unusualCaptures() {
    return Map.of(HandoffKind.THEN_RUN_ASYNC_AFTER_SUPPLY_ASYNC, 3);
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }

  private Lane lane(ExecutorService threads, String[] cleared, String[] unchanged) {
    String[] remaining = {ThreadContext.ALL_REMAINING};
    SmallRyeThreadContext context =
        new SmallRyeThreadContext(manager, remaining, unchanged, cleared, null, threads);
    return new SmallRyeLane(context, new SmallRyeManagedExecutor(-1, -1, context, threads, null));
  }

  private record SmallRyeLane(ThreadContext context, ManagedExecutor executor) implements Lane {
    @Override
    public Runnable contextual(Runnable task) {
      return context.contextualRunnable(task);
    }

    @Override
    public <T> CompletableFuture<T> supplyAsync(Supplier<T> supplier) {
      return executor.supplyAsync(supplier);
    }

    @Override
    public <T> CompletableFuture<T> newIncompleteFuture() {
      return executor.newIncompleteFuture();
    }
  }

  /** Is asked whenever ours is. */
  private record Counter(AtomicInteger captures) implements ThreadContextProvider {
    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> props) {
      captures.incrementAndGet();
      return () -> () -> {};
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> props) {
      return currentContext(props);
    }

    @Override
    public String getThreadContextType() {
      return "CaptureCounter";
    }
  }
}
