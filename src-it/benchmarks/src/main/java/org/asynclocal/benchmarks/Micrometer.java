package org.asynclocal.benchmarks;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ContextSnapshotFactory;

/** Micrometer's context propagation, which carries thread locals that were made known to it. */
public class Micrometer extends RawThreadLocal {
  private ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();

  @Override
  public void bind() {
    snapshots = ContextSnapshotFactory.builder().contextRegistry(registry()).build();
    super.bind();
  }

  @SuppressWarnings("NullAway") // its signature does not say that a thread local may be empty
  private ContextRegistry registry() {
    ContextRegistry registry = new ContextRegistry();
    registry.registerThreadLocalAccessor("read", READ);
    for (int i = 0; i < n - 1; i++) {
      registry.registerThreadLocalAccessor("" + i, other(i));
    }
    return registry;
  }

  @Override
  Object captured() {
    return snapshots.captureAll();
  }

  @Override
  Runnable wrap(Runnable op) {
    return snapshots.captureAll().wrap(op);
  }
}
