package org.asynclocal.hooks;

import java.util.List;
import java.util.function.Supplier;
import org.asynclocal.internal.context.CurrentContext;
import org.asynclocal.internal.hook.ExecutionStack;
import org.asynclocal.internal.hook.ResourceDescriptor;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * The executions of one thread, as a stack, and the hooks that are being called on it. Removed from
 * the thread when idle.
 */
final class Executions extends ExecutionStack {
  private @Nullable Execution newest;

  /** The hooks that the outermost event under way is told to; null between events. */
  private @Nullable List<AsyncHook> telling;

  private int depth;

  /** The resource that the next capture on this thread creates; null if it is not known. */
  private @Nullable Pending pending;

  private Executions() {}

  static AsyncResource current() {
    Executions here = (Executions) CurrentContext.trace();
    Execution newest = here == null ? null : here.newest;
    return newest == null ? AsyncResource.NONE : newest.resource;
  }

  static Executions here() {
    ExecutionStack trace = CurrentContext.trace();
    if (trace == null) {
      trace = new Executions();
      CurrentContext.trace(trace);
    }
    return (Executions) trace;
  }

  static Execution begin(AsyncResource resource) {
    return begin(resource, null);
  }

  static Execution begin(AsyncResource resource, @Nullable HookedResource handle) {
    Executions here = here();
    Execution execution = new Execution(resource, handle, here);
    here.newest = execution;
    try {
      Dispatch.before(resource);
    } catch (Throwable failed) { // the end of the stack
      here.newest = execution.previous;
      here.leaveIfIdle();
      throw failed;
    }
    return execution;
  }

  static void end(Execution execution) {
    Executions here = execution.here;
    try {
      if (execution.handle != null) {
        execution.handle.ran();
      }
      Dispatch.after(execution.resource);
    } finally {
      here.unlink(execution);
      here.leaveIfIdle();
    }
  }

  /** The hooks to tell of an event that happens now: those of the outermost event under way. */
  List<AsyncHook> enter() {
    depth++;
    if (telling == null) {
      telling = EnabledHooks.list();
    }
    return telling;
  }

  void leave() {
    depth--;
    if (depth == 0) {
      telling = null;
      leaveIfIdle();
    }
  }

  /** Creates a resource: the pending one, if none was yet, else one of the type. */
  ResourceHandle create(String type) {
    Pending known = pending;
    if (known == null || known.taken) {
      ResourceHandle handle = new HookedResource(type);
      leaveIfIdle();
      return handle;
    }
    known.taken = true;
    HookedResource handle = new HookedResource(known.creation);
    known.made = handle;
    return handle;
  }

  <R> R create(ResourceDescriptor creation, Supplier<R> creating) {
    Pending outer = pending;
    Pending mine = new Pending(creation);
    pending = mine;
    boolean created = false;
    try {
      R result = creating.get();
      created = true;
      return result;
    } finally {
      pending = outer;
      leaveIfIdle();
      if (!created && mine.made != null) {
        mine.made.destroyed(); // refused: it will never run
      }
    }
  }

  ResourceHandle adopt(ResourceDescriptor otherwise) {
    Pending known = pending;
    HookedResource made = known == null || known.adopted ? null : known.made;
    if (known != null) {
      known.taken = true;
      known.adopted = true;
    }
    ResourceHandle adopted = made == null ? new HookedResource(otherwise) : made;
    leaveIfIdle();
    return adopted;
  }

  int depth() {
    return depth;
  }

  @Override
  public void claim(Object owner) {
    if (newest != null) {
      newest.owner = owner;
    }
  }

  @Override
  public void endOwnedBy(Object owner) {
    for (Execution execution = newest; execution != null; execution = execution.previous) {
      if (execution.owner == owner) {
        end(execution);
        return;
      }
    }
  }

  private void leaveIfIdle() {
    if (newest == null && depth == 0 && pending == null) {
      CurrentContext.trace(null);
    }
  }

  /**
   * Takes the execution out, wherever it is: other runtimes may end theirs in any order. If a block
   * of code ends, so do those above it that belong to blocks, which an Error kept from their end.
   */
  private void unlink(Execution ended) {
    if (!isRunning(ended)) {
      return;
    }
    Execution kept = null;
    for (Execution inner = newest; inner != ended && inner != null; inner = inner.previous) {
      if (inner.owner != null || ended.owner != null) {
        kept = inner;
      } else if (kept != null) {
        kept.previous = inner.previous;
      }
    }
    if (kept == null) {
      newest = ended.previous;
    } else {
      kept.previous = ended.previous;
    }
  }

  private boolean isRunning(Execution execution) {
    Execution inner = newest;
    while (inner != null && inner != execution) {
      inner = inner.previous;
    }
    return inner != null;
  }

  /** A creation under way. */
  private static final class Pending {
    private final ResourceDescriptor creation;
    private boolean taken;
    private boolean adopted;
    private @Nullable HookedResource made;

    Pending(ResourceDescriptor creation) {
      this.creation = creation;
    }
  }

  /** One resource running. */
  static final class Execution {
    private final AsyncResource resource;
    private final @Nullable HookedResource handle;
    private final Executions here;
    private @Nullable Execution previous;
    private @Nullable Object owner;

    Execution(AsyncResource resource, @Nullable HookedResource handle, Executions here) {
      this.resource = resource;
      this.handle = handle;
      this.here = here;
      this.previous = here.newest;
    }
  }
}
