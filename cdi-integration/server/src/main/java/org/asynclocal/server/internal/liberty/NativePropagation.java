package org.asynclocal.server.internal.liberty;

import io.smallrye.context.SmallRyeContextManager;
import io.smallrye.context.SmallRyeContextManagerProvider;
import io.smallrye.context.impl.DefaultValuesFromConfig;
import java.util.List;
import java.util.stream.Stream;
import org.asynclocal.internal.config.Setting;
import org.asynclocal.server.internal.config.ExecutorSpec;
import org.asynclocal.server.internal.config.KitSettings;
import org.asynclocal.server.internal.config.SpecResolver;
import org.asynclocal.server.internal.executor.Propagation;
import org.asynclocal.server.internal.support.ServerClasses;
import org.asynclocal.server.internal.support.ServerMessages;
import org.asynclocal.server.internal.transaction.TransactionStages;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ContextManager;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.jspecify.annotations.Nullable;

/**
 * The server's own MicroProfile Context Propagation. The kit brings it no context but the storages,
 * which the server finds as a service.
 */
public final class NativePropagation implements Propagation {
  private final SpecResolver specs;

  /** Null on a server that takes one transaction to several threads. */
  private final @Nullable GuardedLoader guarded;

  private NativePropagation(KitSettings settings, @Nullable GuardedLoader guarded) {
    this.specs = new SpecResolver(settings, new DefaultValuesFromConfig());
    this.guarded = guarded;
  }

  /** Returns whether the server has one. */
  public static boolean isThere() {
    return !(ContextManagerProvider.instance() instanceof SmallRyeContextManagerProvider);
  }

  /** Returns the propagation of the application with this class loader. */
  public static NativePropagation of(KitSettings settings, ClassLoader application) {
    if (settings.executor().isPresent()) {
      ServerMessages.SETTING_OF_NO_USE.report(Setting.EXECUTOR.key());
    }
    if (!settings.excludedTypes().isEmpty()) {
      ServerMessages.SETTING_OF_NO_USE.report(Setting.PROVIDERS_EXCLUDED.key());
    }
    boolean guard = keepsTransactionsOnOneThread(application);
    return new NativePropagation(settings, guard ? new GuardedLoader(application) : null);
  }

  /**
   * Returns whether the server refuses to use one transaction on two threads, as Open Liberty does.
   */
  private static boolean keepsTransactionsOnOneThread(ClassLoader application) {
    return ServerClasses.find("com.ibm.tx.jta.TransactionManagerFactory", application) != null;
  }

  @Override
  public SpecResolver specs() {
    return specs;
  }

  @Override
  public void check(ExecutorSpec plan) {
    plan.checkBounds();
    ThreadContext unused = context(plan);
  }

  @Override
  public ManagedExecutor executor(ExecutorSpec plan) {
    check(plan);
    ManagedExecutor executor =
        manager(plan)
            .newManagedExecutorBuilder()
            .maxAsync(plan.maxAsync())
            .maxQueued(plan.maxQueued())
            .propagated(propagated(plan))
            .cleared(types(plan.cleared()))
            .build();
    return isGuarded(plan) ? TransactionGuard.around(executor, plan.place()) : executor;
  }

  @Override
  public ThreadContext threadContext(ExecutorSpec plan) {
    return context(plan);
  }

  private ThreadContext context(ExecutorSpec plan) {
    try {
      return manager(plan)
          .newThreadContextBuilder()
          .propagated(propagated(plan))
          .cleared(types(plan.cleared()))
          .unchanged(types(plan.unchanged()))
          .build();
    } catch (IllegalStateException e) {
      throw plan.refused(String.valueOf(e.getMessage()));
    }
  }

  private boolean isGuarded(ExecutorSpec plan) {
    return guarded != null && plan.propagates(ThreadContext.TRANSACTION);
  }

  private ContextManager manager(ExecutorSpec plan) {
    ContextManagerProvider provider = ContextManagerProvider.instance();
    return isGuarded(plan) ? provider.getContextManager(guarded) : provider.getContextManager();
  }

  private String[] propagated(ExecutorSpec plan) {
    String[] types = types(plan.propagated());
    if (!isGuarded(plan)) {
      return types;
    }
    return Stream.concat(Stream.of(types), Stream.of(StageGuard.TYPE)).toArray(String[]::new);
  }

  /** Without the words by which annotations and configuration say that there are none. */
  private static String[] types(List<String> types) {
    return types.stream()
        .filter(type -> !type.isEmpty() && !type.equals(SmallRyeContextManager.NONE))
        .toArray(String[]::new);
  }

  /** None: the server runs the tasks. */
  @Override
  public @Nullable TransactionStages stages() {
    return null;
  }

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public void stop() {}
}
