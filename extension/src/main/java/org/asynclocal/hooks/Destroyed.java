package org.asynclocal.hooks;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reports destroyed resources later and on another thread, as Node.js does: in order, on one
 * thread, which ends when it has been idle for a second.
 */
final class Destroyed {
  private static final Queue<Destroyed> QUEUE = new ConcurrentLinkedQueue<>();
  private static final AtomicBoolean DRAINING = new AtomicBoolean();
  private static final ThreadPoolExecutor TELLER = teller();

  private final long asyncId;
  private final boolean future;

  private Destroyed(long asyncId, boolean future) {
    this.asyncId = asyncId;
    this.future = future;
  }

  static void tell(long asyncId, boolean future) {
    if (EnabledHooks.list().isEmpty()) {
      return;
    }
    QUEUE.add(new Destroyed(asyncId, future));
    if (DRAINING.compareAndSet(false, true)) {
      TELLER.execute(Destroyed::drain);
    }
  }

  private static void drain() {
    DRAINING.set(false); // before the first poll: what is added from now on starts another round
    for (Destroyed next = QUEUE.poll(); next != null; next = QUEUE.poll()) {
      Dispatch.destroy(next.asyncId, next.future);
    }
  }

  private static ThreadPoolExecutor teller() {
    ThreadPoolExecutor teller =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(null, task, "asynclocal-destroy", 0, false);
              thread.setDaemon(true);
              thread.setContextClassLoader(null);
              return thread;
            });
    teller.allowCoreThreadTimeOut(true);
    return teller;
  }
}
