package org.asynclocal.server.internal.executor;

import io.smallrye.context.SmallRyeContextManager;
import io.smallrye.context.SmallRyeContextManagerProvider;
import io.smallrye.context.SmallRyeThreadContext;
import io.smallrye.context.impl.DefaultValues;
import io.smallrye.context.impl.ThreadContextProviderPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import org.asynclocal.server.internal.config.ExecutorSpec;
import org.asynclocal.server.internal.config.KitSettings;
import org.asynclocal.server.internal.config.SpecResolver;
import org.asynclocal.server.internal.provider.CombinedProvider;
import org.asynclocal.server.internal.provider.RankedProvider;
import org.asynclocal.server.internal.transaction.TransactionStages;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.jboss.threads.ViewExecutor;
import org.jspecify.annotations.Nullable;

/** The application's context manager of the kit's, and what is made with it. */
public final class KitPropagation implements Propagation {
  /** The context types that a configuration may name on any server, even if this one lacks them. */
  private static final Set<String> STANDARD_TYPES =
      Set.of(
          "",
          SmallRyeContextManager.NONE,
          ThreadContext.ALL_REMAINING,
          ThreadContext.APPLICATION,
          ThreadContext.CDI,
          ThreadContext.SECURITY,
          ThreadContext.TRANSACTION);

  private final ClassLoader application;
  private final KitExecutorService threads;
  private final List<ThreadContextProvider> providers;
  private final SmallRyeContextManager manager;
  private final SpecResolver specs;
  private final Set<String> types;
  private final @Nullable TransactionStages stages;
  private volatile boolean waits;

  public KitPropagation(
      ClassLoader application,
      KitSettings settings,
      KitExecutorService threads,
      List<ThreadContextProvider> providers,
      @Nullable TransactionStages stages) {
    this.threads = threads;
    this.stages = stages;
    this.application = application;
    this.providers = providers;
    this.manager =
        new SmallRyeContextManager.Builder()
            .forClassLoader(application)
            .withThreadContextProviders(providers.toArray(ThreadContextProvider[]::new))
            .addDiscoveredContextManagerExtensions()
            .withDefaultExecutorService(threads)
            .registerOnProvider()
            .build();
    this.specs = new SpecResolver(settings, manager.getDefaultValues());
    this.types = new TreeSet<>(List.of(manager.getAllProviderTypes()));
  }

  /** A manager that knows one provider, which stands for those of the specification. */
  private SmallRyeContextManager manager(ExecutorSpec spec) {
    ThreadContextProviderPlan plan =
        manager.getProviderPlan(
            array(spec.propagated()), array(spec.unchanged()), array(spec.cleared()));
    List<ThreadContextProvider> all = new ArrayList<>();
    List<ThreadContextProvider> propagated = new ArrayList<>();
    for (ThreadContextProvider ranked : providers) {
      ThreadContextProvider provider = RankedProvider.unranked(ranked, spec.unfinished());
      if (plan.propagatedProviders.contains(ranked)) {
        propagated.add(provider);
        all.add(provider);
      } else if (plan.clearedProviders.contains(ranked)) {
        all.add(provider);
      }
    }
    return new SmallRyeContextManager.Builder()
        .forClassLoader(application)
        .withThreadContextProviders(new CombinedProvider(all, propagated, threads.gate()))
        .withDefaultValues(DefaultValues.empty())
        .withDefaultExecutorService(threads)
        .build();
  }

  /** Ends the application's tasks, and takes the manager away from the API. */
  @Override
  public void stop() {
    SmallRyeContextManagerProvider.instance().releaseContextManager(manager);
    threads.stop();
  }

  @Override
  public @Nullable TransactionStages stages() {
    return stages;
  }

  @Override
  public boolean waits() {
    return waits;
  }

  @Override
  public SpecResolver specs() {
    return specs;
  }

  @Override
  public ManagedExecutor executor(ExecutorSpec plan) {
    check(plan);
    ViewExecutor view =
        ViewExecutor.builder(threads)
            .setMaxSize(plan.maxAsync() == -1 ? Short.MAX_VALUE : plan.maxAsync())
            .setQueueLimit(plan.maxQueued() == -1 ? Integer.MAX_VALUE : plan.maxQueued())
            .build();
    return new ServerManagedExecutor(
        plan.maxAsync(),
        plan.maxQueued(),
        threadContext(plan, view),
        view,
        threads.workers(),
        plan.place());
  }

  @Override
  public ThreadContext threadContext(ExecutorSpec plan) {
    check(plan);
    return threadContext(plan, threads);
  }

  private SmallRyeThreadContext threadContext(ExecutorSpec plan, ExecutorService executor) {
    return new SmallRyeThreadContext(
        manager(plan),
        SmallRyeContextManager.ALL_REMAINING_ARRAY,
        SmallRyeContextManager.NO_STRING,
        SmallRyeContextManager.NO_STRING,
        plan.place(),
        executor);
  }

  @Override
  public void check(ExecutorSpec plan) {
    plan.checkBounds();
    checkUnfinished(plan);
    Set<String> unknown = plan.typesOutside(STANDARD_TYPES);
    unknown.removeAll(types);
    if (!unknown.isEmpty()) {
      throw plan.refused(unknown + " are no context types here; those are " + types + ".");
    }
    try {
      manager.getProviderPlan(
          array(plan.propagated()), array(plan.unchanged()), array(plan.cleared()));
    } catch (IllegalStateException e) {
      throw plan.refused(String.valueOf(e.getMessage()));
    }
  }

  private void checkUnfinished(ExecutorSpec plan) {
    if (plan.unfinished().waits()) {
      waits = true;
      if (plan.unfinished().bound().compareTo(Duration.ZERO) <= 0) {
        throw plan.refused("timeoutSeconds of @UnfinishedTasks is not positive.");
      }
    }
  }

  private static String[] array(List<String> types) {
    return types.toArray(String[]::new);
  }
}
