package org.asynclocal.cdi.internal.deployment;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.internal.storage.NamedStorages;
import org.asynclocal.internal.bridge.ApplicationSettings;
import org.asynclocal.internal.bridge.ConfiguredLogBridges;
import org.asynclocal.internal.config.Setting;
import org.asynclocal.internal.config.Settings;
import org.asynclocal.strict.StrictMode;
import org.asynclocal.transaction.TransactionLocalStorage;
import org.jspecify.annotations.Nullable;

/** Applies the application's configuration when it starts. */
@ApplicationScoped
class ApplicationStart {
  private final AtomicReference<@Nullable Runnable> end = new AtomicReference<>();

  /**
   * Keeps the beans that only lookups ask for: Arc removes those that no injection point asks for.
   *
   * @param storages used by the request boundary
   * @param injected used by {@code Instance.select} in applications
   * @param injectedOfTransaction the same
   */
  @Inject
  @SuppressWarnings("UnusedVariable") // the parameters count as injection points
  void keep(
      NamedStorages storages,
      @Any Instance<AsyncLocalStorage<?>> injected,
      @Any Instance<TransactionLocalStorage<?>> injectedOfTransaction) {}

  /**
   * Checks the configuration once more: Weld checked it at deployment, but Arc checks at build
   * time, and it may have changed since.
   */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event, BeanManager beans) {
    Settings settings = ApplicationSettings.find();
    List<String> problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join(System.lineSeparator(), problems));
    }
    settings.reportUnknownKeys();
    boolean strict = settings.flag(Setting.STRICT) && !StrictMode.isEnabled();
    if (strict) {
      StrictMode.enable();
    }
    ConfiguredLogBridges bridges = ConfiguredLogBridges.open(settings);
    Runnable metrics = ApplicationMetrics.bind(beans);
    endedBy(
        () -> {
          metrics.run();
          bridges.close();
          if (strict) { // its watch for collected resources would keep the application's classes
            StrictMode.disable();
          }
        });
  }

  /**
   * Replaces the clean-up; the context of an application with several parts may be initialized for
   * each.
   */
  private void endedBy(@Nullable Runnable next) {
    Runnable before = end.getAndSet(next);
    if (before != null) {
      before.run();
    }
  }

  @PreDestroy
  void stop() {
    endedBy(null);
  }
}
