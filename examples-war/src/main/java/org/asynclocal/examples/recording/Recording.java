package org.asynclocal.examples.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.asynclocal.examples.recording.RecordedEvent.Creation;
import org.asynclocal.examples.recording.RecordedEvent.KnownContext;
import org.asynclocal.examples.request.CurrentThread;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the resources that descend from one. A hook is told of the whole process, so this
 * one passes over all that neither ran in the family nor was triggered by it: other requests' work.
 * Thread-safe.
 */
public final class Recording implements HookListener, AutoCloseable {
  private static final String REQUEST = "HTTPREQUEST";
  private static final long NOT_YET = -1;
  private static final int MOST_EVENTS = 2_000;

  private final Thread beginner = Thread.currentThread();
  private final long began = System.nanoTime();
  private final Supplier<@Nullable KnownContext> context;
  private final Set<Long> recorded = new HashSet<>();
  private final Set<Long> alive = new HashSet<>();
  private final List<RecordedEvent> events = new ArrayList<>();
  private final AsyncHook hook;
  private long ancestor;

  private Recording(long ancestor, Supplier<@Nullable KnownContext> context) {
    this.ancestor = ancestor;
    this.context = context;
    this.hook = AsyncHooks.createHook(this);
  }

  /**
   * Starts to record.
   *
   * @param ancestor whose descendants to record; the resource itself is not
   * @return the recording, to be closed
   */
  public static Recording ofDescendants(AsyncResource ancestor) {
    Recording recording = new Recording(ancestor.asyncId(), () -> null);
    recording.hook.enable();
    return recording;
  }

  /**
   * Starts to record the request that comes next on this thread, and its descendants. Ends by
   * itself when all of them are destroyed.
   *
   * @param context tells what a thread knows where a resource is created
   * @return the recording, to be closed some day, since not everything comes to its end
   */
  public static Recording ofNextRequest(Supplier<@Nullable KnownContext> context) {
    Recording recording = new Recording(NOT_YET, context);
    recording.hook.enable();
    return recording;
  }

  @Override
  public synchronized void init(
      long asyncId, String type, long triggerAsyncId, AsyncResource resource) {
    if (isTheRequest(type)) {
      ancestor = asyncId;
    } else if (!isOfFamily(AsyncHooks.executionAsyncId()) && !isOfFamily(triggerAsyncId)) {
      return;
    }
    if (events.size() < MOST_EVENTS) {
      recorded.add(asyncId);
      alive.add(asyncId);
      add("init", asyncId, new Creation(type, triggerAsyncId, Sites.current(), context.get()));
    }
  }

  private boolean isTheRequest(String type) {
    return ancestor == NOT_YET && type.equals(REQUEST) && Thread.currentThread() == beginner;
  }

  private boolean isOfFamily(long asyncId) {
    return asyncId == ancestor || recorded.contains(asyncId);
  }

  @Override
  public void before(long asyncId) {
    add("before", asyncId, null);
  }

  @Override
  public void after(long asyncId) {
    add("after", asyncId, null);
  }

  @Override
  public void promiseResolve(long asyncId) {
    add("resolve", asyncId, null);
  }

  @Override
  public synchronized void destroy(long asyncId) {
    if (alive.remove(asyncId)) {
      add("destroy", asyncId, null);
      if (isOver() && alive.isEmpty()) {
        close();
      }
      notifyAll();
    }
  }

  private synchronized void add(String event, long asyncId, @Nullable Creation creation) {
    if (recorded.contains(asyncId)) {
      events.add(
          new RecordedEvent(
              event,
              asyncId,
              AsyncHooks.executionAsyncId(),
              CurrentThread.label(),
              TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began),
              creation));
    }
  }

  /**
   * Whether the request has been destroyed. What can run again, such as a bound callback, is
   * destroyed when it is collected, which may come later.
   *
   * @return true if so
   */
  public synchronized boolean isOver() {
    return recorded.contains(ancestor) && !alive.contains(ancestor);
  }

  /**
   * Waits until every resource seen has been destroyed, which hooks are told later and elsewhere.
   *
   * @param limit how long to wait
   * @throws TimeoutException if that takes longer
   * @throws InterruptedException if this thread is interrupted
   */
  public synchronized void awaitDestroyed(Duration limit)
      throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!alive.isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new TimeoutException("not destroyed within " + limit + ": " + alive);
      }
      wait(left);
    }
  }

  /**
   * The events so far.
   *
   * @return the events in the order in which they happened
   */
  public synchronized List<RecordedEvent> events() {
    return List.copyOf(events);
  }

  /** Ends the recording. */
  @Override
  public void close() {
    hook.disable();
  }
}
