package org.asynclocal.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HookEventsTest {
  @Inject ManagedExecutor executor;

  @Test
  void a_task_is_a_resource_with_one_execution_that_is_destroyed_when_it_is_collected()
      throws Exception {
    Lives lives = new Lives();
    AsyncHook hook = AsyncHooks.createHook(lives).enable();
    try {
      AsyncResource request = new AsyncResource("REQUEST");
      lives.parent = request.asyncId();
      assertThat(runTask(request)).isEqualTo("MICROPROFILE");

      assertThat(lives.untilDestroyed()).containsExactly("init", "before", "after", "destroy");
    } finally {
      hook.disable();
    }
  }

  private String runTask(AsyncResource request) throws Exception {
    CompletableFuture<String> type = new CompletableFuture<>();
    request.runInAsyncScope(
        () -> executor.execute(() -> type.complete(AsyncHooks.executionAsyncResource().type())));
    return type.get(20, TimeUnit.SECONDS);
  }

  /** Keeps what happens to the resources that one created. */
  private static final class Lives implements HookListener {
    private final List<Long> ids = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private volatile long parent;

    @Override
    public synchronized void init(long id, String type, long trigger, AsyncResource resource) {
      if (AsyncHooks.executionAsyncId() == parent && parent != 0) {
        ids.add(id);
        add(id, "init");
      }
    }

    @Override
    public void before(long id) {
      add(id, "before");
    }

    @Override
    public void after(long id) {
      add(id, "after");
    }

    @Override
    public void destroy(long id) {
      add(id, "destroy");
    }

    private synchronized void add(long id, String event) {
      if (ids.contains(id)) {
        events.add(event);
        notifyAll();
      }
    }

    synchronized List<String> untilDestroyed() throws InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!events.contains("destroy") && System.nanoTime() < deadline) {
        System.gc();
        wait(20);
      }
      return List.copyOf(events);
    }
  }
}
