package org.asynclocal.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Waits with a deadline, which is far beyond what any test needs. */
public final class Waiting {
  /** The deadline. */
  public static final long SECONDS = 60;

  private Waiting() {}

  public static <T extends @Nullable Object> T get(Future<T> future) throws Exception {
    return future.get(SECONDS, TimeUnit.SECONDS);
  }

  public static <T extends @Nullable Object> T get(CompletionStage<T> stage) throws Exception {
    return get(stage.toCompletableFuture());
  }

  /** Decides between the other two, of which it is both. */
  public static <T extends @Nullable Object> T get(CompletableFuture<T> future) throws Exception {
    return future.get(SECONDS, TimeUnit.SECONDS);
  }

  public static void until(CountDownLatch latch) {
    try {
      assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).as("within the deadline").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("within the deadline").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  public static void join(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    assertThat(thread.isAlive()).as("%s still runs", thread.getName()).isFalse();
  }
}
