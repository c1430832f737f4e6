package org.asynclocal.server.internal.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A future that is never completed")
class AbandonedFutureTest {

  @Test
  @DisplayName("is destroyed once with its stages, when they are collected; completed ones are not")
  void isDestroyedWhenItIsCollected() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Destroyed destroyed = new Destroyed();
    AsyncHook hook = AsyncHooks.createHook(destroyed).enable();
    try {
      ServerManagedExecutor executor = TracedExecutorTest.over(pool);
      abandonOne(executor);
      completeOne(executor);

      assertThat(destroyed.await(4)).containsExactlyInAnyOrderElementsOf(destroyed.created());
      // Collected after the others, so that a second destruction of theirs would be seen by now.
      abandonOne(executor);
      assertThat(destroyed.await(6)).containsExactlyInAnyOrderElementsOf(destroyed.created());
    } finally {
      hook.disable();
      pool.shutdownNow();
    }
  }

  private static void abandonOne(ServerManagedExecutor executor) {
    CompletableFuture<String> never = executor.newIncompleteFuture();
    assertThat(never.thenApply(String::length)).isNotDone();
  }

  private static void completeOne(ServerManagedExecutor executor) {
    CompletableFuture<String> future = executor.newIncompleteFuture();
    CompletableFuture<Integer> stage = future.thenApply(String::length);
    future.complete("four");
    assertThat(stage).isCompletedWithValue(4);
  }

  /** Keeps the ids of futures, and no resource. */
  private static final class Destroyed implements HookListener {
    private final List<Long> created = new ArrayList<>();
    private final List<Long> destroyed = new ArrayList<>();

    @Override
    public synchronized void init(long id, String type, long trigger, AsyncResource resource) {
      created.add(id);
    }

    @Override
    public synchronized void destroy(long id) {
      if (created.contains(id)) { // not what an earlier test has left
        destroyed.add(id);
        notifyAll();
      }
    }

    synchronized List<Long> created() {
      return List.copyOf(created);
    }

    synchronized List<Long> await(int count) throws InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (destroyed.size() < count && System.nanoTime() < deadline) {
        System.gc();
        wait(20);
      }
      return List.copyOf(destroyed);
    }
  }
}
