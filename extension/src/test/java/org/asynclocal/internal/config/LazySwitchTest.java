package org.asynclocal.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LazySwitchTest {
  private static final LazySwitch ASKED = LazySwitch.create();

  private static volatile boolean asking;

  @Test
  void what_was_never_used_is_not_used() {
    assertThat(LazySwitch.create().isUsed()).isFalse();
  }

  @Test
  void what_was_used_stays_used() {
    LazySwitch used = LazySwitch.create();

    used.use();
    used.use();

    assertThat(used.isUsed()).isTrue();
  }

  /** The other thread asks for so long that the compiler takes the answer for a constant. */
  @Test
  void a_thread_that_asks_all_the_time_sees_the_first_use() throws Exception {
    CompletableFuture<Boolean> seen = CompletableFuture.supplyAsync(LazySwitchTest::askUntilUsed);
    while (!asking) {
      Thread.onSpinWait();
    }

    ASKED.use();

    assertThat(seen.get(30, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean askUntilUsed() {
    for (long times = 0; !ASKED.isUsed(); times++) {
      asking = times > 1_000_000;
    }
    return true;
  }
}
