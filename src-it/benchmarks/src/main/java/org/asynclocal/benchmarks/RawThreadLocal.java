package org.asynclocal.benchmarks;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JDK's thread locals, carried by hand: read one after the other, set and set back. */
public class RawThreadLocal extends ContextPeer {
  static final ThreadLocal<@Nullable String> READ = new ThreadLocal<>();
  private static final ThreadLocal<?>[] OTHER =
      Stream.generate(ThreadLocal::new).limit(OTHERS).toArray(ThreadLocal[]::new);

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
    run(READ, op);
  }

  @Override
  void run(int other, Runnable op) {
    run(other(other), op);
  }

  static void run(ThreadLocal<@Nullable String> local, Runnable op) {
    String before = local.get();
    local.set(INNER);
    try {
      op.run();
    } finally {
      local.set(before);
    }
  }

  @Override
  Object captured() {
    return values();
  }

  @Override
  Runnable wrap(Runnable op) {
    @Nullable String[] captured = values();
    return () -> {
      @Nullable String[] before = values();
      set(captured);
      try {
        op.run();
      } finally {
        set(before);
      }
    };
  }

  private @Nullable String[] values() {
    @Nullable String[] values = new @Nullable String[n];
    values[0] = READ.get();
    for (int i = 1; i < n; i++) {
      values[i] = other(i - 1).get();
    }
    return values;
  }

  private void set(@Nullable String[] values) {
    READ.set(values[0]);
    for (int i = 1; i < n; i++) {
      other(i - 1).set(values[i]);
    }
  }

  @SuppressWarnings("unchecked") // an array can't have an element of a generic type
  static ThreadLocal<@Nullable String> other(int other) {
    return (ThreadLocal<@Nullable String>) OTHER[other];
  }
}
