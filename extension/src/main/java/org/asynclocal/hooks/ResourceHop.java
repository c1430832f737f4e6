package org.asynclocal.hooks;

import java.util.concurrent.atomic.AtomicBoolean;
import org.asynclocal.internal.Creation;
import org.asynclocal.internal.Frame;
import org.asynclocal.internal.Hop;

/** A resource of the core's own. */
final class ResourceHop extends Hop {
  private final AsyncResource resource;
  private final boolean resolvedByItsEnd;
  private final AtomicBoolean resolved = new AtomicBoolean();
  private final AtomicBoolean destroyed = new AtomicBoolean();

  ResourceHop(String type) {
    this.resource = AsyncResource.internal(type, Frame.empty());
    this.resolvedByItsEnd = false;
  }

  ResourceHop(Creation creation) {
    this.resource =
        creation.trigger() instanceof ResourceHop trigger
            ? AsyncResource.internal(creation.type(), trigger.resource.asyncId())
            : AsyncResource.internal(creation.type(), Frame.empty());
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
