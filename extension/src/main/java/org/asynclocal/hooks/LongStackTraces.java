package org.asynclocal.hooks;

import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/**
 * Records where each resource was created, so that a throwable can show the chain of resources that
 * led to it. It takes a stack trace for each resource, which is for finding a fault and not for
 * production.
 *
 * <pre>{@code
 * AsyncHook traces = AsyncHooks.createHook(new LongStackTraces()).enable();
 * try {
 *   service.handle();
 * } catch (RuntimeException e) {
 *   throw LongStackTraces.extend(e);
 * }
 * }</pre>
 *
 * @since 1.0
 */
public final class LongStackTraces implements HookListener {
  private static final int LONGEST = 32;

  /** Creates a listener, to be enabled as a hook. */
  public LongStackTraces() {}

  @Override
  public String name() {
    return "LongStackTraces";
  }

  @Override
  public void init(long asyncId, String type, long triggerAsyncId, AsyncResource resource) {
    List<Throwable> chain = new ArrayList<>();
    chain.add(new Creation(type, asyncId));
    chain.addAll(chain());
    resource
        .attributes()
        .put(LongStackTraces.class, List.copyOf(chain.subList(0, Math.min(chain.size(), LONGEST))));
  }

  /**
   * Adds to a throwable, as suppressed ones, the creations of the resource that runs now and of
   * those that led to it, the nearest first and 32 at most.
   *
   * @param throwable the throwable
   * @param <T> its type
   * @return the same throwable
   */
  public static <T extends Throwable> T extend(T throwable) {
    chain().forEach(throwable::addSuppressed);
    return throwable;
  }

  /**
   * Returns the creations of the resource that runs now and of those that led to it.
   *
   * @return the nearest first, 32 at most; each with the stack of its creation
   */
  @SuppressWarnings("unchecked") // the key is this class's own: nothing else is put under it
  public static List<Throwable> chain() {
    Object chain = AsyncHooks.executionAsyncResource().attributes().get(LongStackTraces.class);
    return chain == null ? List.of() : (List<Throwable>) chain;
  }

  /** The creation of one resource; a throwable for the stack trace that it carries. */
  private static final class Creation extends Throwable {
    @Serial private static final long serialVersionUID = 1L;

    Creation(String type, long asyncId) {
      super("resource " + type + "(" + asyncId + ") created");
    }
  }
}
