package org.asynclocal.hooks;

/**
 * The events in the life of asynchronous resources. Each method does nothing unless it is
 * overridden; the hook finds out once, when it is created, which methods are.
 *
 * <pre>{@code
 * class Running implements HookListener {
 *   private final LongAdder running = new LongAdder();
 *
 *   @Override
 *   public void before(long asyncId) {
 *     running.increment();
 *   }
 *
 *   @Override
 *   public void after(long asyncId) {
 *     running.decrement();
 *   }
 * }
 * }</pre>
 *
 * <p>Events come on the thread on which they happen, and therefore from many threads at once;
 * {@code destroy} comes on a thread of the library. An exception of a listener never reaches the
 * application: it is reported once, with the listener's {@link #name}, and the other hooks are
 * still called. A listener that creates resources gets their events as well, to a limited depth. A
 * listener that blocks blocks the thread of the event; that is reported when another event finds it
 * blocked for more than ten seconds.
 *
 * @since 1.0
 */
public interface HookListener {
  /**
   * Returns the name of this listener in reports.
   *
   * @return the name of its class, unless it is overridden
   */
  default String name() {
    return getClass().getName();
  }

  /**
   * Reports that a resource is being created; its own constructor may not have finished.
   *
   * @param asyncId its id, unique in the process
   * @param type its type, one of {@link ResourceTypes} or of the application's own
   * @param triggerAsyncId the id of the resource that caused it
   * @param resource the resource
   */
  default void init(long asyncId, String type, long triggerAsyncId, AsyncResource resource) {}

  /**
   * Reports that the resource is about to run on this thread.
   *
   * @param asyncId its id
   */
  default void before(long asyncId) {}

  /**
   * Reports that the resource has run on this thread, normally or not.
   *
   * @param asyncId its id
   */
  default void after(long asyncId) {}

  /**
   * Reports that the resource will not run again.
   *
   * @param asyncId its id
   */
  default void destroy(long asyncId) {}

  /**
   * Reports that the future with this id was completed, normally or not.
   *
   * @param asyncId its id
   */
  default void promiseResolve(long asyncId) {}
}
