package org.asynclocal.agent.idioms;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Records which store the places see that one round of an idiom reaches. */
final class Probe {
  private static final Object NOTHING = new Object();
  private static final long PATIENCE_SECONDS = 10;

  private final Store store;
  private final boolean leaving;
  private final Thread roundThread = Thread.currentThread();
  private final BlockingQueue<Object> seen = new LinkedBlockingQueue<>();

  Probe(Store store, boolean leaving) {
    this.store = store;
    this.leaving = leaving;
  }

  /** Records the store that is visible here, and leaves another one behind on a foreign thread. */
  void see() {
    look();
    if (leaving && Thread.currentThread() != roundThread) {
      store.leave("left behind");
    }
  }

  /** Records the store that is visible here, where more of the same task follows. */
  void look() {
    Object current = store.current();
    seen.add(current == null ? NOTHING : current);
  }

  /** Waits until something was recorded that was not waited for before. */
  void await() throws InterruptedException {
    await(1);
  }

  /** Waits until so much was recorded, in total. */
  void await(int count) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (seen.size() < count) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("Not reached within " + PATIENCE_SECONDS + " s");
      }
      Thread.sleep(1);
    }
  }

  /** The stores seen; null for none. */
  List<@Nullable Object> seen() {
    List<@Nullable Object> stores = new ArrayList<>();
    for (Object each : seen) {
      stores.add(each == NOTHING ? null : each);
    }
    return stores;
  }

  /** Runs a task within a store that the round must never see. */
  void inOther(Runnable task) {
    store.run("of another", task);
  }

  /** Takes a result that an idiom has no use for. */
  static void use(Object result) {
    Objects.requireNonNull(result);
  }

  Runnable task() {
    return this::see;
  }

  <T> Supplier<T> supplier(T result) {
    return () -> {
      see();
      return result;
    };
  }

  <T, R> Function<T, R> function(R result) {
    return ignored -> {
      see();
      return result;
    };
  }

  <T> Consumer<T> consumer() {
    return ignored -> see();
  }

  <T, U> BiConsumer<T, U> biConsumer() {
    return (one, two) -> see();
  }
}
