package org.asynclocal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DormantTest {
  private static final Dormant ASKED = Dormant.create();

  private static volatile boolean asking;

  @Test
  void what_was_never_used_is_not_used() {
    assertThat(Dormant.create().isUsed()).isFalse();
  }

  @Test
  void what_was_used_stays_used() {
    Dormant used = Dormant.create();

    used.use();
    used.use();

    assertThat(used.isUsed()).isTrue();
  }

  /** The other thread asks for so long that the compiler takes the answer for a constant. */
  @Test
  void a_thread_that_asks_all_the_time_sees_the_first_use() throws Exception {
    CompletableFuture<Boolean> seen = CompletableFuture.supplyAsync(DormantTest::askUntilUsed);
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
