package org.asynclocal.hooks;

import java.util.concurrent.atomic.AtomicBoolean;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.hook.ResourceDescriptor;
import org.asynclocal.internal.hook.ResourceHandle;

/** A resource of the core's own. */
final class HookedResource extends ResourceHandle {
  private final AsyncResource resource;
  private final boolean resolvedByItsEnd;
  private final AtomicBoolean resolved = new AtomicBoolean();
  private final AtomicBoolean destroyed = new AtomicBoolean();

  HookedResource(String type) {
    this.resource = AsyncResource.internal(type, ContextFrame.empty());
    this.resolvedByItsEnd = false;
  }

  HookedResource(ResourceDescriptor creation) {
    this.resource =
        creation.trigger() instanceof HookedResource trigger
            ? AsyncResource.internal(creation.type(), trigger.resource.asyncId())
            : AsyncResource.internal(creation.type(), ContextFrame.empty());
    this.resolvedByItsEnd = creation.resolvedByItsEnd();
  }

  @Override
  public Object begin() {
    return Executions.begin(resource, this);
  }

  @Override
  public void end(Object execution) {
    Executions.end((Executions.Execution) execution);
  }

  /** Its function has run; told before the {@code after} event, as Node.js does. */
  void ran() {
    if (resolvedByItsEnd) {
      resolved();
    }
  }

  @Override
  public void resolved() {
    if (resolved.compareAndSet(false, true)) {
      Dispatch.promiseResolve(resource);
    }
  }

  @Override
  public void destroyed() {
    if (destroyed.compareAndSet(false, true)) {
      resource.emitDestroy();
    }
  }
}
