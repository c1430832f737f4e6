package org.asynclocal.benchmarks;

import io.netty.util.concurrent.FastThreadLocal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Fork;

/** Netty's thread locals, on threads of Netty's, without which they are slower than the JDK's. */
@Fork(
    jvmArgsAppend = {
      "-Djmh.executor=CUSTOM",
      "-Djmh.executor.class=org.asynclocal.benchmarks.NettyThreads"
    })
public class NettyFastThreadLocal extends StoragePeer {
  private static final FastThreadLocal<@Nullable String> READ = new FastThreadLocal<>();
  private static final FastThreadLocal<?>[] OTHER =
      Stream.generate(FastThreadLocal::new).limit(OTHERS).toArray(FastThreadLocal[]::new);

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

  private static void run(FastThreadLocal<@Nullable String> local, Runnable op) {
    String before = local.get();
    local.set(INNER);
    try {
      op.run();
    } finally {
      local.set(before);
    }
  }

  @SuppressWarnings("unchecked") // an array can't have an element of a generic type
  private static FastThreadLocal<@Nullable String> other(int other) {
    return (FastThreadLocal<@Nullable String>) OTHER[other];
  }
}
