package org.asynclocal.hooks;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A task of a propagating executor")
class PropagatedTaskEventsTest {
  private final ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledExecutorService executor = AsyncLocalStorage.propagating(pool);

  @AfterEach
  void stop() {
    pool.shutdownNow();
  }

  @Test
  @DisplayName("is one resource, which runs once and is destroyed")
  void once() throws Exception {
    try (Lives lives = new Lives("TASK")) {
      executor.submit(() -> "done").get();

      assertThat(lives.untilDestroyed()).containsExactly("init", "before", "after", "destroy");
    }
  }

  @Test
  @DisplayName("is one resource for each task of invokeAll")
  void invokeAll() throws Exception {
    List<Callable<String>> two = List.of(() -> "a", () -> "b");
    try (Lives lives = new Lives("TASK")) {
      executor.invokeAll(two);

      assertThat(lives.events()).filteredOn("init"::equals).hasSize(2);
      assertThat(lives.events()).filteredOn("after"::equals).hasSize(2);
    }
  }

  @Test
  @DisplayName("runs again and again as one resource where it is periodic")
  void periodic() throws Exception {
    CountDownLatch three = new CountDownLatch(3);
    try (Lives lives = new Lives("TASK")) {
      var scheduled = executor.scheduleAtFixedRate(three::countDown, 0, 1, MILLISECONDS);
      assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
      scheduled.cancel(false);

      assertThat(lives.events()).startsWith("init", "before", "after", "before", "after");
      assertThat(lives.events()).doesNotContain("destroy");
    }
  }

  @Test
  @DisplayName("is destroyed when it is refused, and when shutdownNow gives it back")
  void refused() throws Exception {
    ExecutorService single = AsyncLocalStorage.propagating(Executors.newSingleThreadExecutor());
    CountDownLatch begun = new CountDownLatch(1);
    single.execute(
        () -> {
          begun.countDown();
          while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
          }
        });
    assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
    try (Lives waiting = new Lives("TASK")) {
      single.execute(() -> {});
      single.shutdownNow();

      assertThat(waiting.untilDestroyed()).containsExactly("init", "destroy");
    }
    try (Lives refused = new Lives("TASK")) {
      assertThatThrownBy(() -> single.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);

      assertThat(refused.untilDestroyed()).containsExactly("init", "destroy");
    }
  }
}
