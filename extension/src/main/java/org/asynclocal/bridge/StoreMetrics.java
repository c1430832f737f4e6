package org.asynclocal.bridge;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.asynclocal.internal.hook.CaptureMonitor;
import org.asynclocal.strict.StrictMode;

/**
 * Counters of Micrometer: {@code asynclocal.captured} counts the contexts that were captured since
 * the first binding, {@code asynclocal.lost} and {@code asynclocal.leaked} what strict mode found
 * ({@link StrictMode#lost}, {@link StrictMode#leaked}). The CDI side binds them to each registry
 * that is a bean. Thread-safe.
 */
public final class StoreMetrics implements MeterBinder, AutoCloseable {
  private final Map<Meter, MeterRegistry> bound = new ConcurrentHashMap<>();

  /** Binds nothing yet. */
  public StoreMetrics() {}

  @Override
  public void bindTo(MeterRegistry registry) {
    CaptureMonitor.count();
    bind(registry, "captured", "Contexts that were captured", type -> CaptureMonitor.sum());
    bind(registry, "lost", "Reads of a store that a handoff dropped", type -> StrictMode.lost());
    bind(registry, "leaked", "Stores that outlived their use", type -> StrictMode.leaked());
  }

  /** A counter keeps what it counts by a weak reference, so that has to stay: a class does. */
  private void bind(
      MeterRegistry registry, String name, String what, ToDoubleFunction<Class<?>> count) {
    bound.put(
        FunctionCounter.<Class<?>>builder("asynclocal." + name, StrictMode.class, count)
            .description(what)
            .register(registry),
        registry);
  }

  /** Takes the counters out of the registries, which may be those of a whole server. */
  @Override
  public void close() {
    bound.forEach((meter, registry) -> registry.remove(meter));
    bound.clear();
  }
}
