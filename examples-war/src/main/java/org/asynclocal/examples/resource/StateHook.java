package org.asynclocal.examples.resource;

import jakarta.enterprise.context.ApplicationScoped;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;

/**
 * Hands a state down from each resource to those that it creates. What a storage does by itself is
 * done by hand here; the hook is enabled only while a call needs it. Thread-safe.
 */
@ApplicationScoped
public class StateHook implements HookListener {
  private static final Object STATE = StateHook.class;

  private final AsyncHook hook = AsyncHooks.createHook(this);
  private int users;

  @Override
  public void init(long asyncId, String type, long triggerAsyncId, AsyncResource resource) {
    Object state = AsyncHooks.executionAsyncResource().attributes().get(STATE);
    if (state != null) {
      resource.attributes().put(STATE, state);
    }
  }

  /** A call begins that needs the hook. */
  synchronized void acquire() {
    if (users++ == 0) {
      hook.enable();
    }
  }

  /** A call ends that needed the hook. */
  synchronized void release() {
    if (--users == 0) {
      hook.disable();
    }
  }

  /**
   * Gives the resource that runs now a state.
   *
   * @param state what the resources created from now on inherit
   */
  void put(String state) {
    AsyncHooks.executionAsyncResource().attributes().put(STATE, state);
  }

  /**
   * The state of the resource that runs now.
   *
   * @return the state, or a word for its absence
   */
  String get() {
    return String.valueOf(AsyncHooks.executionAsyncResource().attributes().get(STATE));
  }
}
