package org.asynclocal.examples.resource;

import jakarta.enterprise.context.ApplicationScoped;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;

/**
 * Copies a state from each resource to the resources that it creates: by hand, what a storage does
 * by itself. A hook observes the whole process, so this one is enabled only while a call needs it.
 * Thread-safe.
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

  /** Enables the hook for a call. */
  synchronized void acquire() {
    if (users++ == 0) {
      hook.enable();
    }
  }

  /** Disables the hook if no other call needs it. */
  synchronized void release() {
    if (--users == 0) {
      hook.disable();
    }
  }

  /**
   * Sets the state of the resource that is running.
   *
   * @param state the state that resources created from now on inherit
   */
  void put(String state) {
    AsyncHooks.executionAsyncResource().attributes().put(STATE, state);
  }

  /**
   * Reads the state of the resource that is running.
   *
   * @return the state, or {@code "null"}
   */
  String get() {
    return String.valueOf(AsyncHooks.executionAsyncResource().attributes().get(STATE));
  }
}
