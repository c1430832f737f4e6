package org.asynclocal.benchmarks;

import io.grpc.Context;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** gRPC's context. */
public class Grpc extends ContextPeer {
  private static final Context.Key<String> READ = Context.key("read");
  private static final Context.Key<?>[] OTHER =
      IntStream.range(0, OTHERS).mapToObj(i -> Context.key("" + i)).toArray(Context.Key[]::new);

  @Override
  void enter(int other) {
    enter(other(other));
  }

  @Override
  void enterRead() {
    enter(READ);
  }

  private static void enter(Context.Key<String> key) {
    Context unused = Context.current().withValue(key, VALUE).attach();
  }

  @Override
  @Nullable String get() {
    return READ.get();
  }

  @Override
  void run(Runnable op) {
    Context.current().withValue(READ, INNER).run(op);
  }

  @Override
  void run(int other, Runnable op) {
    Context.current().withValue(other(other), INNER).run(op);
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
  private static Context.Key<String> other(int other) {
    return (Context.Key<String>) OTHER[other];
  }
}
