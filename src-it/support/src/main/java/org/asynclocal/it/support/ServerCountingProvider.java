package org.asynclocal.it.support;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the captures of a server's own executors. */
public final class ServerCountingProvider implements ThreadContextProvider {
  public static final AtomicInteger CAPTURED = new AtomicInteger();

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    CAPTURED.incrementAndGet();
    return () -> () -> {};
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return currentContext(props);
  }

  @Override
  public String getThreadContextType() {
    return "ServerCounting";
  }
}
