package org.asynclocal.it.kit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.support.Waiting;

/**
 * Uses everything of the kit, and leaves a task behind that would run forever. Not in a request: an
 * idle request thread of WildFly keeps its last request until it gets another.
 */
@WebListener
public class Lingering implements ServletContextListener {
  /** Set to how the task ended. */
  static final String ENDED = "org.asynclocal.it.ended";

  /** Set to how the future ended whose task waited for the other one to end. */
  static final String QUEUED = "org.asynclocal.it.queued";

  private static final int ON_SERVERS_THREADS = 50;
  private static final AsyncLocalStorage<Object> STORE = AsyncLocalStorage.named("lingering");

  @Inject Executors executors;
  @Resource ManagedExecutorService servers;

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the outcome is told by a property
  public void contextInitialized(ServletContextEvent event) {
    Loaders.add(Lingering.class.getClassLoader());
    System.clearProperty(ENDED);
    System.clearProperty(QUEUED);
    STORE.run(
        new Lingering(),
        () ->
            executors
                .plain
                .supplyAsync(STORE::getStore)
                .thenApplyAsync(x -> x)
                .thenApply(x -> STORE.getStore())
                .join());
    STORE.run(new Lingering(), this::useServersThreads);
    CountDownLatch begun = new CountDownLatch(1);
    executors.one.execute(() -> runUntilStopped(begun));
    Waiting.until(begun);
    CompletableFuture<Integer> queued = executors.one.supplyAsync(() -> 1);
    queued.whenComplete(
        (done, failure) ->
            System.setProperty(QUEUED, failure == null ? "done" : failure.toString()));
  }

  /** The threads of the server's own executor outlive each application. */
  private void useServersThreads() {
    for (int i = 0; i < ON_SERVERS_THREADS; i++) {
      try {
        Waiting.get(servers.submit(() -> STORE.enterWith(new Lingering())));
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void runUntilStopped(CountDownLatch begun) {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      System.setProperty(ENDED, "interrupted");
    }
  }
}
