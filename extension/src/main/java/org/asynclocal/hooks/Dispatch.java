package org.asynclocal.hooks;

import java.util.List;
import java.util.function.Consumer;

/** Sends events to the enabled hooks. */
final class Dispatch {
  /** How deep events may cause events on one thread before the hook at fault is disabled. */
  static final int DEEPEST = 64;

  private Dispatch() {}

  static void init(AsyncResource resource) {
    tell(
        resource.isFuture(),
        listener ->
            listener.init(
                resource.asyncId(), resource.type(), resource.triggerAsyncId(), resource));
  }

  static void before(AsyncResource resource) {
    tell(resource.isFuture(), listener -> listener.before(resource.asyncId()));
  }

  static void after(AsyncResource resource) {
    tell(resource.isFuture(), listener -> listener.after(resource.asyncId()));
  }

  static void promiseResolve(AsyncResource resource) {
    tell(true, listener -> listener.promiseResolve(resource.asyncId()));
  }

  static void destroy(long asyncId, boolean future) {
    tell(future, listener -> listener.destroy(asyncId));
  }

  private static void tell(boolean future, Consumer<HookListener> event) {
    if (EnabledHooks.list().isEmpty()) {
      return;
    }
    Executions here = Executions.here();
    List<AsyncHook> hooks = here.enter();
    try {
      for (AsyncHook hook : hooks) {
        if (here.depth() > DEEPEST) {
          hook.tooDeep();
        } else if (hook.wants(future)) {
          hook.tell(event);
        }
      }
    } finally {
      here.leave();
    }
  }
}
