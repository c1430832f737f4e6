package org.asynclocal.server.internal.executor;

import io.smallrye.context.SmallRyeContextManager;
import io.smallrye.context.SmallRyeThreadContext;
import io.smallrye.context.impl.DefaultValues;
import java.util.concurrent.Executor;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** The server kit's executor without a server. */
public final class KitExecutor {
  private KitExecutor() {}

  /** Makes one that carries the storages to the threads of another executor. */
  public static ManagedExecutor over(Executor pool) {
    KitExecutorService threads = new KitExecutorService(pool, () -> {}, null);
    SmallRyeContextManager manager =
        new SmallRyeContextManager.Builder()
            .withDefaultValues(DefaultValues.empty())
            .withThreadContextProviders(new AsyncLocalContextProvider())
            .withDefaultExecutorService(threads)
            .build();
    SmallRyeThreadContext context =
        new SmallRyeThreadContext(
            manager,
            new String[] {ThreadContext.ALL_REMAINING},
            new String[0],
            new String[0],
            "kit",
            threads);
    return new ServerManagedExecutor(-1, -1, context, threads, threads.workers(), "kit");
  }
}
