package org.asynclocal.contract;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.io.Serial;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.glassfish.concurro.spi.ContextHandle;
import org.glassfish.concurro.spi.ContextSetupProvider;
import org.jspecify.annotations.Nullable;

/**
 * How a server calls the providers of Jakarta Concurrency that it finds: Concurro leaves that to
 * the server.
 */
abstract class ProviderLoop implements ContextSetupProvider {
  @Serial private static final long serialVersionUID = 1L;

  /** How a provider is asked on this thread; set while a lane submits. */
  private final transient ThreadLocal<
          Function<ThreadContextProvider, @Nullable ThreadContextSnapshot>>
      treatment = ThreadLocal.withInitial(() -> ProviderLoop::propagated);

  private final transient List<ThreadContextProvider> providers;

  ProviderLoop(List<ThreadContextProvider> providers) {
    this.providers = providers;
  }

  static ThreadContextSnapshot propagated(ThreadContextProvider provider) {
    return provider.currentContext(Map.of());
  }

  void treat(Function<ThreadContextProvider, @Nullable ThreadContextSnapshot> how) {
    treatment.set(how);
  }

  void treatAsEver() {
    treatment.remove();
  }

  @Override
  public ContextHandle saveContext(ContextService service) {
    return saveContext(service, Map.of());
  }

  @Override
  public ContextHandle saveContext(
      ContextService service, @Nullable Map<String, String> properties) {
    List<ThreadContextSnapshot> snapshots = new ArrayList<>();
    for (ThreadContextProvider provider : providers) {
      ThreadContextSnapshot snapshot = treatment.get().apply(provider);
      if (snapshot != null) {
        snapshots.add(snapshot);
      }
    }
    return new Saved(snapshots);
  }

  @Override
  public ContextHandle setup(ContextHandle saved) {
    Deque<ThreadContextRestorer> begun = new ArrayDeque<>();
    try {
      for (ThreadContextSnapshot snapshot : ((Saved) saved).snapshots) {
        begun.addLast(snapshot.begin());
      }
    } catch (RuntimeException e) {
      notBegun(begun);
      throw new IllegalStateException(e);
    }
    return new SetUp(begun);
  }

  @Override
  public void reset(ContextHandle setUp) {
    end(((SetUp) setUp).begun);
  }

  abstract void notBegun(Deque<ThreadContextRestorer> begun);

  abstract void end(Deque<ThreadContextRestorer> begun);

  /** WildFly's: takes back what had begun, ends in reverse order, and goes on when one throws. */
  static final class Careful extends ProviderLoop {
    @Serial private static final long serialVersionUID = 1L;

    Careful(List<ThreadContextProvider> providers) {
      super(providers);
    }

    @Override
    void notBegun(Deque<ThreadContextRestorer> begun) {
      end(begun);
    }

    @Override
    void end(Deque<ThreadContextRestorer> begun) {
      while (!begun.isEmpty()) {
        try {
          begun.removeLast().endContext();
        } catch (RuntimeException e) {
          System.getLogger(Careful.class.getName()).log(System.Logger.Level.DEBUG, "end", e);
        }
      }
    }
  }

  /** Payara's and GlassFish's: ends in the order of the begins, and stops where one throws. */
  static final class Plain extends ProviderLoop {
    @Serial private static final long serialVersionUID = 1L;

    Plain(List<ThreadContextProvider> providers) {
      super(providers);
    }

    @Override
    void notBegun(Deque<ThreadContextRestorer> begun) {}

    @Override
    void end(Deque<ThreadContextRestorer> begun) {
      begun.forEach(ThreadContextRestorer::endContext);
    }
  }

  private static final class Saved implements ContextHandle {
    @Serial private static final long serialVersionUID = 1L;
    private final transient List<ThreadContextSnapshot> snapshots;

    Saved(List<ThreadContextSnapshot> snapshots) {
      this.snapshots = snapshots;
    }
  }

  private static final class SetUp implements ContextHandle {
    @Serial private static final long serialVersionUID = 1L;
    private final transient Deque<ThreadContextRestorer> begun;

    SetUp(Deque<ThreadContextRestorer> begun) {
      this.begun = begun;
    }
  }
}
