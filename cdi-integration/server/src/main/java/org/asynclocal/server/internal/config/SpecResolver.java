package org.asynclocal.server.internal.config;

import io.smallrye.context.api.ManagedExecutorConfig;
import io.smallrye.context.api.ThreadContextConfig;
import io.smallrye.context.impl.DefaultValues;
import java.util.List;
import org.asynclocal.server.internal.transaction.UnfinishedTaskPolicy;

/**
 * Works out what each injection point asks for: its own MicroProfile Config keys come first, then
 * its annotation, then the application's {@code mp.context} defaults.
 */
public final class SpecResolver {
  private final KitSettings settings;
  private final DefaultValues defaults;

  public SpecResolver(KitSettings settings, DefaultValues defaults) {
    this.settings = settings;
    this.defaults = defaults;
  }

  public ExecutorSpec defaultExecutor() {
    return new ExecutorSpec(
        "ManagedExecutor",
        List.of(defaults.getExecutorPropagated()),
        List.of(defaults.getExecutorCleared()),
        List.of(),
        defaults.getExecutorAsync(),
        defaults.getExecutorQueue(),
        UnfinishedTaskPolicy.REPORT);
  }

  public ExecutorSpec executor(BeanRequest<ManagedExecutorConfig> point) {
    ManagedExecutorConfig config = point.config();
    ExecutorSpec base =
        config == null
            ? defaultExecutor()
            : new ExecutorSpec(
                point.key(),
                List.of(config.propagated()),
                List.of(config.cleared()),
                List.of(),
                config.maxAsync(),
                config.maxQueued(),
                UnfinishedTaskPolicy.REPORT);
    return override(base, point, "/ManagedExecutorConfig/");
  }

  public ExecutorSpec defaultThreadContext() {
    return new ExecutorSpec(
        "ThreadContext",
        List.of(defaults.getThreadPropagated()),
        List.of(defaults.getThreadCleared()),
        List.of(defaults.getThreadUnchanged()),
        -1,
        -1,
        UnfinishedTaskPolicy.REPORT);
  }

  public ExecutorSpec threadContext(BeanRequest<ThreadContextConfig> point) {
    ThreadContextConfig config = point.config();
    ExecutorSpec base =
        config == null
            ? defaultThreadContext()
            : new ExecutorSpec(
                point.key(),
                List.of(config.propagated()),
                List.of(config.cleared()),
                List.of(config.unchanged()),
                -1,
                -1,
                UnfinishedTaskPolicy.REPORT);
    return override(base, point, "/ThreadContextConfig/");
  }

  private ExecutorSpec override(ExecutorSpec base, BeanRequest<?> point, String kind) {
    String key = point.key() + kind;
    return new ExecutorSpec(
        point.key(),
        settings.list(key + "propagated", base.propagated()),
        settings.list(key + "cleared", base.cleared()),
        settings.list(key + "unchanged", base.unchanged()),
        settings.number(key + "maxAsync", base.maxAsync()),
        settings.number(key + "maxQueued", base.maxQueued()),
        UnfinishedTaskPolicy.of(point.unfinished()));
  }
}
