package org.asynclocal.server;

import io.smallrye.context.api.ManagedExecutorConfig;
import io.smallrye.context.api.ThreadContextConfig;
import io.smallrye.context.impl.DefaultValues;
import java.util.List;
import org.asynclocal.server.InjectionPoints.Point;

/**
 * Works out what each injection point asks for: its own MicroProfile Config keys come first, then
 * its annotation, then the application's {@code mp.context} defaults.
 */
final class Plans {
  private final KitSettings settings;
  private final DefaultValues defaults;

  Plans(KitSettings settings, DefaultValues defaults) {
    this.settings = settings;
    this.defaults = defaults;
  }

  Plan defaultExecutor() {
    return new Plan(
        "ManagedExecutor",
        List.of(defaults.getExecutorPropagated()),
        List.of(defaults.getExecutorCleared()),
        List.of(),
        defaults.getExecutorAsync(),
        defaults.getExecutorQueue(),
        UnfinishedRule.REPORT);
  }

  Plan executor(Point<ManagedExecutorConfig> point) {
    ManagedExecutorConfig config = point.config();
    Plan base =
        config == null
            ? defaultExecutor()
            : new Plan(
                point.key(),
                List.of(config.propagated()),
                List.of(config.cleared()),
                List.of(),
                config.maxAsync(),
                config.maxQueued(),
                UnfinishedRule.REPORT);
    return override(base, point, "/ManagedExecutorConfig/");
  }

  Plan defaultThreadContext() {
    return new Plan(
        "ThreadContext",
        List.of(defaults.getThreadPropagated()),
        List.of(defaults.getThreadCleared()),
        List.of(defaults.getThreadUnchanged()),
        -1,
        -1,
        UnfinishedRule.REPORT);
  }

  Plan threadContext(Point<ThreadContextConfig> point) {
    ThreadContextConfig config = point.config();
    Plan base =
        config == null
            ? defaultThreadContext()
            : new Plan(
                point.key(),
                List.of(config.propagated()),
                List.of(config.cleared()),
                List.of(config.unchanged()),
                -1,
                -1,
                UnfinishedRule.REPORT);
    return override(base, point, "/ThreadContextConfig/");
  }

  private Plan override(Plan base, Point<?> point, String kind) {
    String key = point.key() + kind;
    return new Plan(
        point.key(),
        settings.list(key + "propagated", base.propagated()),
        settings.list(key + "cleared", base.cleared()),
        settings.list(key + "unchanged", base.unchanged()),
        settings.number(key + "maxAsync", base.maxAsync()),
        settings.number(key + "maxQueued", base.maxQueued()),
        UnfinishedRule.of(point.unfinished()));
  }
}
