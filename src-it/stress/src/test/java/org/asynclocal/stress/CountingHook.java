package org.asynclocal.stress;

import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;

/** Counts what it is told of one resource, which runs on one thread; others tell it of theirs. */
final class CountingHook implements HookListener {
  private final AsyncResource resource;
  private final AsyncHook hook = AsyncHooks.createHook(this);
  private int before;
  private int after;

  CountingHook(AsyncResource resource) {
    this.resource = resource;
  }

  void enable() {
    hook.enable();
  }

  void disable() {
    hook.disable();
  }

  int before() {
    return before;
  }

  int after() {
    return after;
  }

  @Override
  public void before(long asyncId) {
    if (asyncId == resource.asyncId()) {
      before++;
    }
  }

  @Override
  public void after(long asyncId) {
    if (asyncId == resource.asyncId()) {
      after++;
    }
  }
}
