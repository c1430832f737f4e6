package org.asynclocal.hooks;

/**
 * What a hook is told. Every method does nothing unless overridden; which ones are is read once,
 * when the hook is made.
 *
 * <p>Events come on the thread on which they happen, so from many threads at once; {@code destroy}
 * comes on a thread of the library's own. What a listener throws never reaches the application: it
 * is reported once, under {@link #name}, and the other hooks are still called. A listener that
 * creates resources is told of those as well, down to a bounded depth. One that blocks keeps the
 * thread of the event; that is reported when another event finds it still there after ten seconds.
 */
public interface HookListener {
  /**
   * What reports call this listener.
   *
   * @return a name for people
   */
  default String name() {
    return getClass().getName();
  }

  /**
   * A resource is being created; its own constructor may not be finished yet.
   *
   * @param asyncId its id, unique in the process
   * @param type its type, such as {@code TASK}
   * @param triggerAsyncId the id of the resource that caused it
   * @param resource the resource
   */
  default void init(long asyncId, String type, long triggerAsyncId, AsyncResource resource) {}

  /**
   * The resource is about to run on this thread.
   *
   * @param asyncId its id
   */
  default void before(long asyncId) {}

  /**
   * The resource has run on this thread, normally or not.
   *
   * @param asyncId its id
   */
  default void after(long asyncId) {}

  /**
   * The resource will not run again.
   *
   * @param asyncId its id
   */
  default void destroy(long asyncId) {}

  /**
   * The future of this id has been completed, normally or not.
   *
   * @param asyncId its id
   */
  default void promiseResolve(long asyncId) {}
}
