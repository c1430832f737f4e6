package org.asynclocal.hooks;

import static java.util.Objects.requireNonNull;

/**
 * Creates hooks, and returns the resource that runs on the current thread. The counterpart of
 * Node.js' module {@code async_hooks}.
 *
 * <pre>{@code
 * AsyncHook hook = AsyncHooks.createHook(new HookListener() {
 *   @Override
 *   public void init(long id, String type, long triggerId, AsyncResource resource) {
 *     log.info(type + "(" + id + ") created by " + triggerId);
 *   }
 * }).enable();
 * }</pre>
 *
 * <p>Tasks and callbacks have ids only while a hook is enabled. Resources that the application
 * creates always have one.
 *
 * @since 1.0
 */
public final class AsyncHooks {
  private AsyncHooks() {}

  /**
   * Creates a hook for a listener.
   *
   * @param listener the listener
   * @return the hook, disabled
   * @throws NullPointerException if the listener is null
   */
  public static AsyncHook createHook(HookListener listener) {
    return new AsyncHook(requireNonNull(listener, "listener"), true);
  }

  /**
   * Returns the id of the resource that runs on this thread.
   *
   * @return the id; 1 in {@link #root}, 0 if no resource runs
   */
  public static long executionAsyncId() {
    return Executions.current().asyncId();
  }

  /**
   * Returns the id of the resource that triggered the one that runs on this thread.
   *
   * @return the id; 0 in {@link #root} and if no resource runs
   */
  public static long triggerAsyncId() {
    return Executions.current().triggerAsyncId();
  }

  /**
   * Returns the resource that runs on this thread.
   *
   * @return the resource; one with id 0 if none runs
   */
  public static AsyncResource executionAsyncResource() {
    return Executions.current();
  }

  /**
   * Returns the resource of everything that belongs to no request: startup, deployment, a main
   * method. Its scope clears all storages.
   *
   * @return the one resource with id 1
   */
  public static AsyncResource root() {
    return AsyncResource.ROOT;
  }

  /**
   * Binds a task to the current values of all storages, as a resource of the given type.
   *
   * @param type the type that hooks get
   * @param task the task
   * @return a task that runs it in the scope of a new resource
   * @throws NullPointerException if an argument is null
   */
  public static Runnable bindRunnable(String type, Runnable task) {
    return new AsyncResource(type).bindRunnable(task);
  }
}
