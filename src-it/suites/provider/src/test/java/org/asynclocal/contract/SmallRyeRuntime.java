package org.asynclocal.contract;

import io.smallrye.context.SmallRyeContextManager;
import io.smallrye.context.SmallRyeContextManagerProvider;
import io.smallrye.context.SmallRyeManagedExecutor;
import io.smallrye.context.SmallRyeThreadContext;
import io.smallrye.context.impl.DefaultValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.support.CountingProvider;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;

/** MicroProfile Context Propagation as SmallRye has it, with our provider and one worker thread. */
final class SmallRyeRuntime implements ContextRuntime {
  private static final String[] NONE = {};
  private static final String[] OURS = {AsyncLocalStorage.CONTEXT_TYPE};

  private final ExecutorService pool;
  private final SmallRyeContextManager manager;

  SmallRyeRuntime(ThreadContextProvider... neighbours) {
    this(Executors.newSingleThreadExecutor(), neighbours);
  }

  SmallRyeRuntime(ExecutorService pool, ThreadContextProvider... neighbours) {
    this.pool = pool;
    List<ThreadContextProvider> providers = new ArrayList<>(List.of(neighbours));
    providers.add(new AsyncLocalContextProvider());
    providers.add(new CountingProvider());
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
    return CountingProvider.CAPTURED.get();
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
    ManagedExecutor executor = new SmallRyeManagedExecutor(-1, -1, context, threads, null);
    return new ManagedLane(context, executor, executor);
  }
}
