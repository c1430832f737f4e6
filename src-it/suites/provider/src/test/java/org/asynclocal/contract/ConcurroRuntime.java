package org.asynclocal.contract;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.concurrency.AsyncLocalContextProvider;
import org.asynclocal.it.support.ServerCountingProvider;
import org.glassfish.concurro.AbstractManagedExecutorService.RejectPolicy;
import org.glassfish.concurro.ContextServiceImpl;
import org.glassfish.concurro.ManagedExecutorServiceImpl;
import org.glassfish.concurro.ManagedThreadFactoryImpl;
import org.jspecify.annotations.Nullable;

/** Jakarta Concurrency as Concurro has it, with our provider and one worker thread. */
final class ConcurroRuntime implements ContextRuntime {
  private static final String NAME = "contract";

  private final ProviderLoop loop;
  private final ContextServiceImpl contexts;
  private final ManagedExecutorServiceImpl executor;

  ConcurroRuntime(
      Function<List<ThreadContextProvider>, ProviderLoop> server,
      List<ThreadContextProvider> before,
      List<ThreadContextProvider> after) {
    List<ThreadContextProvider> providers = new ArrayList<>(before);
    providers.add(new AsyncLocalContextProvider());
    providers.addAll(after);
    providers.add(new ServerCountingProvider());
    this.loop = server.apply(providers);
    this.contexts = new ContextServiceImpl(NAME, loop);
    this.executor = executor();
  }

  private ManagedExecutorServiceImpl executor() {
    return new ManagedExecutorServiceImpl(
        NAME,
        new ManagedThreadFactoryImpl(NAME),
        0,
        false,
        1,
        1,
        0,
        TimeUnit.SECONDS,
        0,
        Integer.MAX_VALUE,
        contexts,
        RejectPolicy.ABORT);
  }

  @Override
  public Lane propagating() {
    return new ConcurroLane(executor, ProviderLoop::propagated);
  }

  @Override
  public Lane clearing() {
    return new ConcurroLane(
        executor,
        provider ->
            isOurs(provider)
                ? provider.clearedContext(Map.of())
                : ProviderLoop.propagated(provider));
  }

  @Override
  public Lane unchanged() {
    return new ConcurroLane(
        executor, provider -> isOurs(provider) ? null : ProviderLoop.propagated(provider));
  }

  @Override
  public Lane rejecting() {
    ManagedExecutorServiceImpl ended = executor();
    ended.shutdown();
    return new ConcurroLane(ended, ProviderLoop::propagated);
  }

  private static boolean isOurs(ThreadContextProvider provider) {
    return provider.getThreadContextType().equals(AsyncLocalStorage.CONTEXT_TYPE);
  }

  @Override
  public int captures() {
    return ServerCountingProvider.CAPTURED.get();
  }

  /** Its futures capture where an asynchronous stage is registered, and its executor once more. */
  @Override
  public Map<HandoffKind, Integer> unusualCaptures() {
    return Map.of(HandoffKind.THEN_APPLY_ASYNC, 2);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  /** The whole executor, with the treatment in force while a method is called. */
  private final class ConcurroLane implements Lane {
    private final ManagedExecutorServiceImpl executor;
    private final Function<ThreadContextProvider, @Nullable ThreadContextSnapshot> treatment;

    ConcurroLane(
        ManagedExecutorServiceImpl executor,
        Function<ThreadContextProvider, @Nullable ThreadContextSnapshot> treatment) {
      this.executor = executor;
      this.treatment = treatment;
    }

    @Override
    public ExecutorService executor() {
      return (ExecutorService)
          Proxy.newProxyInstance(
              ExecutorService.class.getClassLoader(),
              new Class<?>[] {ExecutorService.class},
              (proxy, method, arguments) -> {
                loop.treat(treatment);
                try {
                  return method.invoke(executor, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                } finally {
                  loop.treatAsEver();
                }
              });
    }

    @Override
    public Runnable contextual(Runnable task) {
      loop.treat(treatment);
      try {
        return contexts.contextualRunnable(task);
      } finally {
        loop.treatAsEver();
      }
    }

    @Override
    public <T> CompletableFuture<T> supplyAsync(Supplier<T> supplier) {
      return executor.supplyAsync(supplier);
    }

    @Override
    public <T> CompletableFuture<T> newIncompleteFuture() {
      return executor.newIncompleteFuture();
    }
  }
}
