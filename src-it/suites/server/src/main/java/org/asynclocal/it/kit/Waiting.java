package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits with a deadline, which is far beyond what any test needs. */
public final class Waiting {
  public static final long SECONDS = 30;

  private Waiting() {}

  public static <T extends @Nullable Object> T get(Future<T> future) throws Exception {
    return future.get(SECONDS, TimeUnit.SECONDS);
  }

  public static void until(CountDownLatch latch) {
    try {
      assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).as("within the deadline").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public static void join(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    assertThat(thread.isAlive()).as("%s still runs", thread.getName()).isFalse();
  }
}
