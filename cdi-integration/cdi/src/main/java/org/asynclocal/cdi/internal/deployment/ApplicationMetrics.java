package org.asynclocal.cdi.internal.deployment;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import org.asynclocal.bridge.StoreMetrics;

/** The library's counters in each registry of Micrometer that is a bean of the application. */
final class ApplicationMetrics {
  private static final String API = "io.micrometer.core.instrument.binder.MeterBinder";

  private ApplicationMetrics() {}

  /**
   * Binds them.
   *
   * @return what takes them out at the application's end; it does nothing without Micrometer
   */
  static Runnable bind(BeanManager beans) {
    return isApiThere() ? Bound.to(beans) : () -> {};
  }

  private static boolean isApiThere() {
    try {
      Class.forName(API, false, ApplicationMetrics.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** Loaded where the API is there. */
  private static final class Bound {
    static Runnable to(BeanManager beans) {
      StoreMetrics metrics = new StoreMetrics();
      beans
          .createInstance()
          .select(MeterRegistry.class, Any.Literal.INSTANCE)
          .forEach(metrics::bindTo);
      return metrics::close;
    }
  }
}
