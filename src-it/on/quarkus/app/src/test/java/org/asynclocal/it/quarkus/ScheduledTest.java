package org.asynclocal.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.it.quarkus.Stores.REQUEST;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScheduledTest {
  @Inject Clock clock;

  @Test
  void a_scheduled_method_starts_without_a_store_each_time_and_carries_its_own() throws Exception {
    assertThat(clock.next()).isEqualTo("null, then own");
    assertThat(clock.next()).isEqualTo("null, then own");
  }

  /** Enters a store on each run. */
  @Singleton
  static class Clock {
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final ManagedExecutor executor;

    Clock(ManagedExecutor executor) {
      this.executor = executor;
    }

    @Scheduled(every = "1s")
    void tick() {
      String found = Stores.request();
      REQUEST.enterWith("own");
      seen.add(found + ", then " + executor.supplyAsync(Stores::request).join());
    }

    @Nullable String next() throws InterruptedException {
      return seen.poll(10, TimeUnit.SECONDS);
    }
  }
}
