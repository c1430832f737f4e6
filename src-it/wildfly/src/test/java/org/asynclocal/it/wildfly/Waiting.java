package org.asynclocal.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits with a deadline, which is far beyond what any test needs. */
final class Waiting {
  static final long SECONDS = 30;

  private Waiting() {}

  static <T extends @Nullable Object> T get(Future<T> future) throws Exception {
    return future.get(SECONDS, TimeUnit.SECONDS);
  }

  static void until(CountDownLatch latch) {
    try {
      assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).as("within the deadline").isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static void join(Thread thread) throws InterruptedException {
    thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    assertThat(thread.isAlive()).as("%s still runs", thread.getName()).isFalse();
  }
}
