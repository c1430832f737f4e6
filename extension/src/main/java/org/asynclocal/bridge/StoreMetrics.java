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
 * Registers counters with Micrometer: {@code asynclocal.captured} counts the contexts that were
 * captured since the first binding, {@code asynclocal.lost} and {@code asynclocal.leaked} what
 * strict mode found ({@link StrictMode#lost}, {@link StrictMode#leaked}). The CDI integration binds
 * them to each registry that is a bean; another application does so itself:
 *
 * <pre>{@code
 * new StoreMetrics().bindTo(registry);
 * }</pre>
 *
 * <p>Thread-safe.
 *
 * @since 1.0
 */
public final class StoreMetrics implements MeterBinder, AutoCloseable {
  private final Map<Meter, MeterRegistry> bound = new ConcurrentHashMap<>();

  /** Creates the counters; {@link #bindTo} registers them. */
  public StoreMetrics() {}

  @Override
  public void bindTo(MeterRegistry registry) {
    CaptureMonitor.count();
    bind(registry, "captured", "Contexts that were captured", type -> CaptureMonitor.sum());
    bind(registry, "lost", "Reads of a store that a handoff dropped", type -> StrictMode.lost());
    bind(registry, "leaked", "Stores that outlived their use", type -> StrictMode.leaked());
  }

  /** A counter refers weakly to the object that it counts, so that is a class, which remains. */
  private void bind(
      MeterRegistry registry, String name, String what, ToDoubleFunction<Class<?>> count) {
    bound.put(
        FunctionCounter.<Class<?>>builder("asynclocal." + name, StrictMode.class, count)
            .description(what)
            .register(registry),
        registry);
  }

  /** Removes the counters from the registries, which may belong to the whole server. */
  @Override
  public void close() {
    bound.forEach((meter, registry) -> registry.remove(meter));
    bound.clear();
  }
}
