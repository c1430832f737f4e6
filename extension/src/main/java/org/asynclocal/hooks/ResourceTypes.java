package org.asynclocal.hooks;

import org.asynclocal.internal.hook.HookBridge;
import org.asynclocal.internal.hook.ResourceDescriptor;

/**
 * The types of the resources that the library creates, as {@link HookListener#init} gets them.
 * Applications choose types of their own for their {@link AsyncResource}s.
 *
 * <pre>{@code
 * public void init(long asyncId, String type, long triggerAsyncId, AsyncResource resource) {
 *   if (type.equals(ResourceTypes.TASK)) {
 *     tasks.increment();
 *   }
 * }
 * }</pre>
 *
 * @since 1.0
 */
public final class ResourceTypes {
  /** A task of an executor that propagates. */
  public static final String TASK = ResourceDescriptor.TASK;

  /** A stage of a future that a managed executor of the server kit made. */
  public static final String PROMISE = ResourceDescriptor.PROMISE;

  /** A request, from the entry into the application to the end of its response. */
  public static final String HTTP_REQUEST = HookBridge.HTTP_REQUEST;

  /** A callback that {@code AsyncLocalStorage.bind..} or a snapshot bound. */
  public static final String BOUND_CALLBACK = "bound-anonymous-fn";

  /** A context that MicroProfile Context Propagation captured for another runtime. */
  public static final String MICROPROFILE = "MICROPROFILE";

  /** A context that Jakarta Concurrency captured for another runtime. */
  public static final String CONCURRENCY = "CONCURRENCY";

  /** A thread that a snapshot's thread factory made. */
  public static final String THREAD = ResourceDescriptor.THREAD;

  /** A notification of an asynchronous CDI observer. */
  public static final String CDI_EVENT = "CDIEVENT";

  private ResourceTypes() {}
}
