package org.asynclocal.it.liberty;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.contract.ContextRuntime;
import org.asynclocal.contract.Lane;
import org.asynclocal.contract.ManagedLane;
import org.asynclocal.it.support.CountingProvider;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** MicroProfile Context Propagation as Open Liberty has it, with our provider from the WAR. */
final class LibertyRuntime implements ContextRuntime {
  private static final String[] OURS = {AsyncLocalStorage.CONTEXT_TYPE};
  private static final String[] NONE = {};

  private final ManagedExecutor propagating = ManagedExecutor.builder().build();
  private final ManagedExecutor clearing = ManagedExecutor.builder().cleared(OURS).build();
  private final ManagedExecutor rejecting = ManagedExecutor.builder().build();

  LibertyRuntime() {
    rejecting.shutdown();
  }

  @Override
  public Lane propagating() {
    return new ManagedLane(ThreadContext.builder().build(), propagating, propagating);
  }

  @Override
  public Lane clearing() {
    return new ManagedLane(ThreadContext.builder().cleared(OURS).build(), clearing, clearing);
  }

  /** The specification has no such executor, but stages that run on the server's threads so. */
  @Override
  public Lane unchanged() {
    ThreadContext context =
        ThreadContext.builder()
            .propagated(NONE)
            .cleared(NONE)
            .unchanged(ThreadContext.ALL_REMAINING)
            .build();
    return new ManagedLane(context, propagating, new Stages(context));
  }

  @Override
  public Lane rejecting() {
    return new ManagedLane(ThreadContext.builder().build(), rejecting, rejecting);
  }

  @Override
  public int captures() {
    return CountingProvider.CAPTURED.get();
  }

  @Override
  public void close() {
    propagating.shutdownNow();
    clearing.shutdownNow();
  }

  /** Runs each task as a stage. */
  private static final class Stages extends AbstractExecutorService {
    private final CompletionStage<Integer> start;

    Stages(ThreadContext context) {
      start = context.withContextCapture(CompletableFuture.completedFuture(1));
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the task has its outcome
    public void execute(Runnable task) {
      start.thenRunAsync(task);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return false;
    }
  }
}
