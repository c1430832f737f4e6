package org.asynclocal.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.concurrency.AsyncLocalContextProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever becomes of a resource, it is destroyed once:")
class ResourceEndsTest {
  private static final String[] NEVER_RAN = {"init", "destroy"};
  private static final String[] RAN_ONCE = {"init", "before", "after", "destroy"};

  @Test
  @DisplayName("a task of a snapshot's executor, once it has run")
  void snapshotTask() throws Exception {
    try (Lives lives = new Lives("TASK")) {
      AsyncLocalStorage.snapshot().bindExecutor(Runnable::run).execute(() -> {});

      assertThat(lives.untilDestroyed()).containsExactly(RAN_ONCE);
    }
  }

  @Test
  @DisplayName("a task of a snapshot's executor that is rejected")
  void rejectedSnapshotTask() throws Exception {
    Executor rejecting =
        task -> {
          throw new RejectedExecutionException();
        };
    try (Lives lives = new Lives("TASK")) {
      Executor executor = AsyncLocalStorage.snapshot().bindExecutor(rejecting);
      assertThatThrownBy(() -> executor.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);

      assertThat(lives.untilDestroyed()).containsExactly(NEVER_RAN);
    }
  }

  @Test
  @DisplayName("a task of a snapshot's executor that is abandoned in the queue")
  void abandonedSnapshotTask() throws Exception {
    Queue<Runnable> queue = new ArrayDeque<>();
    try (Lives lives = new Lives("TASK")) {
      AsyncLocalStorage.snapshot().bindExecutor(queue::add).execute(() -> {});
      assertThat(lives.events()).containsExactly("init");
      queue.clear();

      assertThat(lives.untilCollected()).containsExactly(NEVER_RAN);
    }
  }

  @Test
  @DisplayName("a thread of a snapshot's factory, when it ends")
  void snapshotThread() throws Exception {
    try (Lives lives = new Lives("THREAD")) {
      Thread thread =
          AsyncLocalStorage.snapshot().bindThreadFactory(Thread::new).newThread(() -> {});
      thread.start();
      thread.join();

      assertThat(lives.untilDestroyed()).containsExactly(RAN_ONCE);
    }
  }

  @Test
  @DisplayName("a thread that the factory behind it refuses")
  void refusedThread() throws Exception {
    ThreadFactory refusing = task -> null;
    try (Lives lives = new Lives("THREAD")) {
      assertThat(AsyncLocalStorage.snapshot().bindThreadFactory(refusing).newThread(() -> {}))
          .isNull();

      assertThat(lives.untilDestroyed()).containsExactly(NEVER_RAN);
    }
  }

  @Test
  @DisplayName("a bound callback, when it is no longer reachable")
  void boundCallback() throws Exception {
    try (Lives lives = new Lives("CALLBACK")) {
      AsyncHooks.bindRunnable("CALLBACK", () -> {}).run();

      assertThat(lives.untilCollected()).containsExactly(RAN_ONCE);
    }
  }

  @Test
  @DisplayName("a periodic task is one resource that runs often")
  void periodicTask() throws Exception {
    CountDownLatch thrice = new CountDownLatch(3);
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    try (Lives lives = new Lives("INTERVAL")) {
      timer
          .scheduleAtFixedRate(
              AsyncHooks.bindRunnable("INTERVAL", () -> countOrStop(thrice)),
              0,
              1,
              TimeUnit.MILLISECONDS)
          .isDone();
      assertThat(thrice.await(20, TimeUnit.SECONDS)).isTrue();
      timer.shutdownNow();
      assertThat(timer.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

      assertThat(lives.events())
          .containsExactly("init", "before", "after", "before", "after", "before", "after");
    } finally {
      timer.shutdownNow();
    }
  }

  /** Counts down; what a periodic task throws ends it. */
  private static void countOrStop(CountDownLatch latch) {
    latch.countDown();
    if (latch.getCount() == 0) {
      throw new IllegalStateException("enough");
    }
  }

  @Test
  @DisplayName("a context that a server's timer replays is one resource that runs often")
  void periodicContextOfAServer() throws Exception {
    try (Lives lives = new Lives("CONCURRENCY")) {
      replayTwice();

      assertThat(lives.untilCollected())
          .containsExactly("init", "before", "after", "before", "after", "destroy");
    }
  }

  private static void replayTwice() {
    ThreadContextSnapshot captured = new AsyncLocalContextProvider().currentContext(Map.of());
    captured.begin().endContext();
    captured.begin().endContext();
  }
}
