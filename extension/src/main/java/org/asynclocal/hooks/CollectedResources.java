package org.asynclocal.hooks;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reports resources that were collected, on a thread of its own, until it is stopped. After that
 * nothing of it is left: a {@link java.lang.ref.Cleaner} would keep the class loader of an
 * undeployed application for as long as one of its resources lives, and that one is kept by the
 * loader.
 */
final class CollectedResources {
  private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
  private final Set<Tracked> tracked = ConcurrentHashMap.newKeySet();
  private final Thread thread = new Thread(null, this::tell, "asynclocal-collected", 0, false);

  private CollectedResources() {
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
  }

  static CollectedResources start() {
    CollectedResources started = new CollectedResources();
    started.thread.start();
    return started;
  }

  void stop() {
    thread.interrupt();
    tracked.clear();
  }

  /**
   * Runs the action when the resource has been collected.
   *
   * @param action holds no reference to the resource
   */
  void track(Object resource, Runnable action) {
    tracked.add(new Tracked(resource, queue, action));
  }

  private void tell() {
    try {
      while (true) {
        Tracked collected = (Tracked) queue.remove();
        tracked.remove(collected);
        collected.action.run();
      }
    } catch (InterruptedException stopped) {
      tracked.clear();
    }
  }

  private static final class Tracked extends PhantomReference<Object> {
    private final Runnable action;

    Tracked(Object resource, ReferenceQueue<Object> queue, Runnable action) {
      super(resource, queue);
      this.action = action;
    }
  }
}
