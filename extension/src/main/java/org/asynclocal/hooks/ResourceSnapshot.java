package org.asynclocal.hooks;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.asynclocal.CallableOp;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.RunnableOp;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/** A snapshot taken while a hook was enabled: each replay is an execution of its resource. */
final class ResourceSnapshot implements ContextSnapshot {
  private final AsyncResource resource;
  private final ContextFrame frame;

  ResourceSnapshot(AsyncResource resource, ContextFrame frame) {
    this.resource = resource;
    this.frame = frame;
  }

  @Override
  public <X extends Throwable> void run(RunnableOp<X> op) throws X {
    resource.runInAsyncScope(requireNonNull(op, "op"));
  }

  @Override
  public <R extends @Nullable Object, X extends Throwable> R call(CallableOp<R, X> op) throws X {
    return resource.callInAsyncScope(requireNonNull(op, "op"));
  }

  @Override
  public Executor bindExecutor(Executor executor) {
    return frame.bindExecutor(executor); // each task is a resource of its own
  }

  @Override
  public ThreadFactory bindThreadFactory(ThreadFactory factory) {
    return frame.bindThreadFactory(factory);
  }

  @Override
  public String toString() {
    return frame + " of resource " + resource.asyncId();
  }
}
