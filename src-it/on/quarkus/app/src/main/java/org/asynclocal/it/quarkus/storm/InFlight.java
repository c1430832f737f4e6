package org.asynclocal.it.quarkus.storm;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that the server has begun and not ended. */
@Singleton
public class InFlight {
  private final AtomicInteger now = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  void begin() {
    most.accumulateAndGet(now.incrementAndGet(), Math::max);
  }

  void end() {
    now.decrementAndGet();
  }

  /** The most requests that were in flight at once. */
  public int most() {
    return most.get();
  }
}
