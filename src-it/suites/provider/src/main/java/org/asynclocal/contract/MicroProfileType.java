package org.asynclocal.contract;

import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/** A provider of MicroProfile Context Propagation. */
public record MicroProfileType(ThreadContextProvider provider) implements ContextType {

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
