package org.asynclocal.cdi.internal.event;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ObserverExecutorTest {

  @Test
  void a_task_runs_where_the_stage_runs_its_asynchronous_steps() throws InterruptedException {
    ExecutorService own = Executors.newSingleThreadExecutor();
    CountDownLatch ran = new CountDownLatch(1);

    new ObserverExecutor(completed(own)).execute(ran::countDown);

    own.shutdown();
    assertThat(own.awaitTermination(20, SECONDS)).isTrue();
    assertThat(ran.getCount()).isZero();
  }

  @Test
  void a_stage_that_failed_serves_as_well() throws InterruptedException {
    ExecutorService own = Executors.newSingleThreadExecutor();
    CountDownLatch ran = new CountDownLatch(1);
    OnExecutor failed = new OnExecutor(own);
    failed.completeExceptionally(new IllegalStateException("an observer of every event"));

    new ObserverExecutor(failed).execute(ran::countDown);

    own.shutdown();
    assertThat(own.awaitTermination(20, SECONDS)).isTrue();
    assertThat(ran.getCount()).isZero();
  }

  @Test
  void a_rejected_task_is_reported_to_the_caller() {
    ExecutorService stopped = Executors.newSingleThreadExecutor();
    stopped.shutdownNow();
    ObserverExecutor executor = new ObserverExecutor(completed(stopped));

    assertThatThrownBy(() -> executor.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class)
        .hasCauseInstanceOf(RejectedExecutionException.class);
  }

  private static OnExecutor completed(Executor executor) {
    OnExecutor stage = new OnExecutor(executor);
    stage.complete("event");
    return stage;
  }

  /** A stage with a default executor of its own, as that of an asynchronous event. */
  private static final class OnExecutor extends CompletableFuture<Object> {
    private final Executor executor;

    OnExecutor(Executor executor) {
      this.executor = executor;
    }

    @Override
    public Executor defaultExecutor() {
      return executor;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      return new CompletableFuture<>();
    }
  }
}
