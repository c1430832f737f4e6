package org.asynclocal.server;

import io.smallrye.context.SmallRyeContextManager;
import io.smallrye.context.SmallRyeContextManagerProvider;
import io.smallrye.context.impl.DefaultValuesFromConfig;
import java.util.List;
import org.asynclocal.internal.Setting;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ContextManagerProvider;
import org.jspecify.annotations.Nullable;

/**
 * The server's own MicroProfile Context Propagation. The kit brings it no context but the storages,
 * which the server finds as a service.
 */
final class ServersPropagation implements Propagation {
  private final Plans plans;
  private final boolean keepsTransactions;

  private ServersPropagation(KitSettings settings, boolean keepsTransactions) {
    this.plans = new Plans(settings, new DefaultValuesFromConfig());
    this.keepsTransactions = keepsTransactions;
  }

  /** Whether the server has one. */
  static boolean isThere() {
    return !(ContextManagerProvider.instance() instanceof SmallRyeContextManagerProvider);
  }

  /**
   * That of an application with these settings.
   *
   * @param keepsTransactions whether the server refuses a transaction to a second thread
   */
  static ServersPropagation of(KitSettings settings, boolean keepsTransactions) {
    if (settings.executor().isPresent()) {
      ServerMessages.SETTING_OF_NO_USE.report(Setting.EXECUTOR.key());
    }
    if (!settings.excludedTypes().isEmpty()) {
      ServerMessages.SETTING_OF_NO_USE.report(Setting.PROVIDERS_EXCLUDED.key());
    }
    return new ServersPropagation(settings, keepsTransactions);
  }

  @Override
  public Plans plans() {
    return plans;
  }

  @Override
  public void check(Plan plan) {
    plan.checkBounds();
    ThreadContext unused = context(plan);
  }

  @Override
  public ManagedExecutor executor(Plan plan) {
    check(plan);
    ManagedExecutor executor =
        ManagedExecutor.builder()
            .maxAsync(plan.maxAsync())
            .maxQueued(plan.maxQueued())
            .propagated(types(plan.propagated()))
            .cleared(types(plan.cleared()))
            .build();
    return keepsTransactions && plan.propagates(ThreadContext.TRANSACTION)
        ? TransactionGuard.around(executor, plan.place())
        : executor;
  }

  @Override
  public ThreadContext threadContext(Plan plan) {
    return context(plan);
  }

  private static ThreadContext context(Plan plan) {
    try {
      return ThreadContext.builder()
          .propagated(types(plan.propagated()))
          .cleared(types(plan.cleared()))
          .unchanged(types(plan.unchanged()))
          .build();
    } catch (IllegalStateException e) {
      throw plan.refused(String.valueOf(e.getMessage()));
    }
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
