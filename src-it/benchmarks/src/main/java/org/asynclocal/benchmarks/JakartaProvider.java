package org.asynclocal.benchmarks;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.io.Serial;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.concurrency.AsyncLocalContextProvider;
import org.glassfish.concurro.ContextServiceImpl;
import org.glassfish.concurro.spi.ContextHandle;
import org.glassfish.concurro.spi.ContextSetupProvider;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A contextual task of Concurro, the reference implementation of Jakarta Concurrency. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JakartaProvider {
  private static final AsyncLocalStorage<String> STORAGE = AsyncLocalStorage.create();

  @Param("None")
  public String providers = "None";

  private ContextService contexts = contexts(null);

  @Setup(Level.Trial)
  public void setUp() {
    STORAGE.enterWith("value");
    contexts = contexts(providers.equals("None") ? null : new AsyncLocalContextProvider());
  }

  private static ContextService contexts(@Nullable ThreadContextProvider provider) {
    return new ContextServiceImpl("benchmark", new OneProvider(provider));
  }

  @Benchmark
  public void contextualRunnable() {
    contexts.contextualRunnable(JakartaProvider::task).run();
  }

  private static void task() {}

  /** How a server calls a provider, which Concurro leaves to it; here as short as can be. */
  private static final class OneProvider implements ContextSetupProvider {
    @Serial private static final long serialVersionUID = 1L;
    private final transient @Nullable ThreadContextProvider provider;

    OneProvider(@Nullable ThreadContextProvider provider) {
      this.provider = provider;
    }

    @Override
    public ContextHandle saveContext(ContextService service) {
      return saveContext(service, Map.of());
    }

    @Override
    public ContextHandle saveContext(
        ContextService service, @Nullable Map<String, String> properties) {
      return new Saved(provider == null ? null : provider.currentContext(Map.of()));
    }

    @Override
    public ContextHandle setup(ContextHandle saved) {
      ThreadContextSnapshot snapshot = ((Saved) saved).snapshot;
      return new SetUp(snapshot == null ? null : snapshot.begin());
    }

    @Override
    public void reset(ContextHandle setUp) {
      ThreadContextRestorer begun = ((SetUp) setUp).begun;
      if (begun != null) {
        begun.endContext();
      }
    }
  }

  private static final class Saved implements ContextHandle {
    @Serial private static final long serialVersionUID = 1L;
    private final transient @Nullable ThreadContextSnapshot snapshot;

    Saved(@Nullable ThreadContextSnapshot snapshot) {
      this.snapshot = snapshot;
    }
  }

  private static final class SetUp implements ContextHandle {
    @Serial private static final long serialVersionUID = 1L;
    private final transient @Nullable ThreadContextRestorer begun;

    SetUp(@Nullable ThreadContextRestorer begun) {
      this.begun = begun;
    }
  }
}
