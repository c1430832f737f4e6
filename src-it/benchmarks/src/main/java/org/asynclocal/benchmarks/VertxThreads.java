package org.asynclocal.benchmarks;

import io.vertx.core.spi.VertxThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that the benchmarks of an event loop run on; found by its name. */
public class VertxThreads extends ThreadPoolExecutor {
  public VertxThreads(int threads, String name) {
    super(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task ->
            VertxThreadFactory.INSTANCE.newVertxThread(
                task, name, false, Long.MAX_VALUE, TimeUnit.NANOSECONDS));
  }
}
