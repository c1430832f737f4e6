package org.asynclocal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;

/** A provider of another context, which throws once in one place when it is armed. */
final class FaultyNeighbour {
  /** Where it throws. */
  enum Fault {
    CAPTURE,
    BEGIN,
    END
  }

  private static final String TYPE = "CDI";

  private final Fault fault;
  private final CountDownLatch fired = new CountDownLatch(1);
  private volatile boolean armed;

  FaultyNeighbour(Fault fault) {
    this.fault = fault;
  }

  void arm() {
    armed = true;
  }

  /** Waits until it has thrown, which it will not do again. */
  void awaitFired() throws InterruptedException {
    assertThat(fired.await(HandoffKind.DEADLINE_SECONDS, TimeUnit.SECONDS)).as("fired").isTrue();
  }

  private void come(Fault place) {
    if (armed && place == fault) {
      armed = false;
      fired.countDown();
      throw new NeighbourException(place);
    }
  }

  /**
   * The neighbour in MicroProfile Context Propagation.
   *
   * @param hash by which SmallRye orders providers
   */
  ThreadContextProvider microProfile(int hash) {
    return new MicroProfile(this, hash);
  }

  jakarta.enterprise.concurrent.spi.ThreadContextProvider concurrency() {
    return new Concurrency(this);
  }

  /** The failure that it throws. */
  static final class NeighbourException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NeighbourException(Fault place) {
      super("the neighbour fails in " + place);
    }
  }

  private static final class MicroProfile implements ThreadContextProvider {
    private final FaultyNeighbour neighbour;
    private final int hash;

    MicroProfile(FaultyNeighbour neighbour, int hash) {
      this.neighbour = neighbour;
      this.hash = hash;
    }

    @Override
    public org.eclipse.microprofile.context.spi.ThreadContextSnapshot currentContext(
        Map<String, String> props) {
      neighbour.come(Fault.CAPTURE);
      return () -> {
        neighbour.come(Fault.BEGIN);
        return () -> neighbour.come(Fault.END);
      };
    }

    @Override
    public org.eclipse.microprofile.context.spi.ThreadContextSnapshot clearedContext(
        Map<String, String> props) {
      return currentContext(props);
    }

    @Override
    public String getThreadContextType() {
      return TYPE;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  private record Concurrency(FaultyNeighbour neighbour)
      implements jakarta.enterprise.concurrent.spi.ThreadContextProvider {
    @Override
    public jakarta.enterprise.concurrent.spi.ThreadContextSnapshot currentContext(
        Map<String, String> props) {
      neighbour.come(Fault.CAPTURE);
      return () -> {
        neighbour.come(Fault.BEGIN);
        return () -> neighbour.come(Fault.END);
      };
    }

    @Override
    public jakarta.enterprise.concurrent.spi.ThreadContextSnapshot clearedContext(
        Map<String, String> props) {
      return currentContext(props);
    }

    @Override
    public String getThreadContextType() {
      return TYPE;
    }
  }
}
