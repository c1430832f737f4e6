package org.asynclocal.it.support;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/** An application's own provider, which counts, wherever it runs. */
public final class CountingProvider implements ThreadContextProvider {
  public static final AtomicInteger CAPTURED = new AtomicInteger();
  public static final AtomicInteger BEGUN = new AtomicInteger();
  public static final AtomicInteger ENDED = new AtomicInteger();

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    CAPTURED.incrementAndGet();
    return () -> {
      BEGUN.incrementAndGet();
      return ENDED::incrementAndGet;
    };
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return currentContext(props);
  }

  @Override
  public String getThreadContextType() {
    return "Counting";
  }

  public static void reset() {
    CAPTURED.set(0);
    BEGUN.set(0);
    ENDED.set(0);
  }
}
