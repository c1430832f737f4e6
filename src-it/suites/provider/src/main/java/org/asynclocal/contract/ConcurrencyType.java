package org.asynclocal.contract;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;

/** A provider of Jakarta Concurrency. */
public record ConcurrencyType(ThreadContextProvider provider) implements ContextType {

  @Override
  public Captured current() {
    return new Snapshot(provider.currentContext(Map.of()));
  }

  @Override
  public Captured cleared() {
    return new Snapshot(provider.clearedContext(Map.of()));
  }

  @Override
  public Captured readBack(Object snapshot) {
    return new Snapshot((ThreadContextSnapshot) snapshot);
  }

  private record Snapshot(ThreadContextSnapshot snapshot) implements Captured {
    @Override
    public Begun begin() {
      return snapshot.begin()::endContext;
    }
  }
}
