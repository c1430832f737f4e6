package org.asynclocal.cdi.internal.deployment;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import org.asynclocal.bridge.StoreMetrics;

/** Binds the library's counters to each Micrometer registry that is a bean of the application. */
final class ApplicationMetrics {
  private static final String API = "io.micrometer.core.instrument.binder.MeterBinder";

  private ApplicationMetrics() {}

  /**
   * Binds the counters.
   *
   * @return removes them at the application's end; does nothing without Micrometer
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

  /** Loaded only where Micrometer is on the class path. */
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
