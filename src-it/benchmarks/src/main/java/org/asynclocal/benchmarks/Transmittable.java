package org.asynclocal.benchmarks;

import com.alibaba.ttl.TransmittableThreadLocal;
import com.alibaba.ttl.TtlRunnable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** TransmittableThreadLocal: one thread local per storage, and a snapshot that copies them. */
public class Transmittable extends ContextPeer {
  private static final TransmittableThreadLocal<@Nullable String> READ =
      new TransmittableThreadLocal<>();
  private static final TransmittableThreadLocal<?>[] OTHER =
      Stream.generate(TransmittableThreadLocal::new)
          .limit(OTHERS)
          .toArray(TransmittableThreadLocal[]::new);

  @Override
  void enter(int other) {
    other(other).set(VALUE);
  }

  @Override
  void enterRead() {
    READ.set(VALUE);
  }

  @Override
  @Nullable String get() {
    return READ.get();
  }

  @Override
  void run(Runnable op) {
    RawThreadLocal.run(READ, op);
  }

  @Override
  void run(int other, Runnable op) {
    RawThreadLocal.run(other(other), op);
  }

  @Override
  Object captured() {
    return TransmittableThreadLocal.Transmitter.capture();
  }

  @Override
  Runnable wrap(Runnable op) {
    return TtlRunnable.get(op);
  }

  @SuppressWarnings("unchecked") // an array can't have an element of a generic type
  private static TransmittableThreadLocal<@Nullable String> other(int other) {
    return (TransmittableThreadLocal<@Nullable String>) OTHER[other];
  }
}
