package org.asynclocal.benchmarks;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** OpenTelemetry's context. */
public class OpenTelemetry extends ContextPeer {
  private static final ContextKey<String> READ = ContextKey.named("read");
  private static final ContextKey<?>[] OTHER =
      IntStream.range(0, OTHERS).mapToObj(i -> ContextKey.named("" + i)).toArray(ContextKey[]::new);

  @Override
  void enter(int other) {
    enter(other(other));
  }

  @Override
  void enterRead() {
    enter(READ);
  }

  @SuppressWarnings("MustBeClosedChecker") // bound for as long as the benchmark's JVM lives
  private static void enter(ContextKey<String> key) {
    Context.current().with(key, VALUE).makeCurrent();
  }

  @Override
  @Nullable String get() {
    return Context.current().get(READ);
  }

  @Override
  void run(Runnable op) {
    run(READ, op);
  }

  @Override
  void run(int other, Runnable op) {
    run(other(other), op);
  }

  private static void run(ContextKey<String> key, Runnable op) {
    Scope scope = Context.current().with(key, INNER).makeCurrent();
    try {
      op.run();
    } finally {
      scope.close();
    }
  }

  @Override
  Object captured() {
    return Context.current();
  }

  @Override
  Runnable wrap(Runnable op) {
    return Context.current().wrap(op);
  }

  @SuppressWarnings("unchecked") // an array can't have an element of a generic type
  private static ContextKey<String> other(int other) {
    return (ContextKey<String>) OTHER[other];
  }
}
