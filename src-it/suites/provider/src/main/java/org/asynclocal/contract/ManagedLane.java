package org.asynclocal.contract;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** A lane of MicroProfile Context Propagation. */
public record ManagedLane(ThreadContext context, ManagedExecutor managed, ExecutorService executor)
    implements Lane {
  @Override
  public Runnable contextual(Runnable task) {
    return context.contextualRunnable(task);
  }

  @Override
  public <T> CompletableFuture<T> supplyAsync(Supplier<T> supplier) {
    return managed.supplyAsync(supplier);
  }

  @Override
  public <T> CompletableFuture<T> newIncompleteFuture() {
    return managed.newIncompleteFuture();
  }
}
