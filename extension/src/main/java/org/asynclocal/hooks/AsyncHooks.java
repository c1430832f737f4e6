package org.asynclocal.hooks;

import static java.util.Objects.requireNonNull;

/**
 * Watches asynchronous resources, and tells which one runs now. Counterpart of Node.js' module
 * {@code async_hooks}.
 *
 * <p>Tasks and callbacks have ids only while a hook is enabled; resources that the application
 * makes itself always have.
 */
public final class AsyncHooks {
  private AsyncHooks() {}

  /**
   * Makes a hook of a listener.
   *
   * @param listener what to tell
   * @return the hook, disabled
   * @throws NullPointerException if the listener is null
   */
  public static AsyncHook createHook(HookListener listener) {
    return new AsyncHook(requireNonNull(listener, "listener"), true);
  }

  /**
   * The id of what runs on this thread.
   *
   * @return the id; 1 in {@link #root}, 0 where nothing known runs
   */
  public static long executionAsyncId() {
    return Executions.current().asyncId();
  }

  /**
   * The id of what triggered that which runs on this thread.
   *
   * @return the id; 0 in {@link #root} and where nothing known runs
   */
  public static long triggerAsyncId() {
    return Executions.current().triggerAsyncId();
  }

  /**
   * What runs on this thread.
   *
   * @return the resource; one with id 0 where nothing known runs
   */
  public static AsyncResource executionAsyncResource() {
    return Executions.current();
  }

  /**
   * The resource of everything that belongs to no request: startup, deployment, a main method. Its
   * scope clears all storages.
   *
   * @return the one resource with id 1
   */
  public static AsyncResource root() {
    return AsyncResource.ROOT;
  }

  /**
   * Calls a task bound to the current values of all storages, as a resource of the given type.
   *
   * @param type the type that hooks are told
   * @param task the task
   * @return a task that runs it in the scope of a new resource
   * @throws NullPointerException if an argument is null
   */
  public static Runnable bindRunnable(String type, Runnable task) {
    return new AsyncResource(type).bindRunnable(task);
  }
}
