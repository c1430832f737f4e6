package org.asynclocal.it.kit;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import org.asynclocal.AsyncLocalStorage;

/**
 * Uses everything of the kit, and leaves a task behind that would run forever. Not in a request: an
 * idle request thread of WildFly keeps its last request until it gets another.
 */
@WebListener
public class Lingering implements ServletContextListener {
  /** A system property of this name tells the observer what to look at, across applications. */
  static final String LOADER = "org.asynclocal.it.loader";

  /** Set to how the task ended. */
  static final String ENDED = "org.asynclocal.it.ended";

  private static final AsyncLocalStorage<Object> STORE = AsyncLocalStorage.named("lingering");

  @Inject Executors executors;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    System.getProperties().put(LOADER, new WeakReference<>(Lingering.class.getClassLoader()));
    System.clearProperty(ENDED);
    STORE.run(
        new Lingering(),
        () ->
            executors
                .plain
                .supplyAsync(STORE::getStore)
                .thenApplyAsync(x -> x)
                .thenApply(x -> STORE.getStore())
                .join());
    CountDownLatch begun = new CountDownLatch(1);
    executors.plain.execute(() -> runUntilStopped(begun));
    Waiting.until(begun);
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
