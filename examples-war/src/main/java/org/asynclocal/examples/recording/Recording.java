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
 * Records the events of all resources that descend from one. A hook observes the whole process, so
 * this one ignores resources that were neither created nor triggered by a descendant: they belong
 * to other requests. Thread-safe.
 */
public final class Recording implements HookListener, AutoCloseable {
  private static final String REQUEST = "HTTPREQUEST";
  private static final long NOT_YET = -1;
  private static final int MAX_EVENTS = 2_000;

  private final Thread starter = Thread.currentThread();
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
   * Starts a recording of a resource's descendants.
   *
   * @param ancestor the resource whose descendants to record, without the resource itself
   * @return the recording, to be closed
   */
  public static Recording ofDescendants(AsyncResource ancestor) {
    Recording recording = new Recording(ancestor.asyncId(), () -> null);
    recording.hook.enable();
    return recording;
  }

  /**
   * Starts a recording of the next request on this thread, and of its descendants. The recording
   * ends by itself when all of them are destroyed.
   *
   * @param context reads the context of the thread that creates a resource
   * @return the recording; close it, because some resources are never destroyed
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
    } else if (!isDescendant(AsyncHooks.executionAsyncId()) && !isDescendant(triggerAsyncId)) {
      return;
    }
    if (events.size() < MAX_EVENTS) {
      recorded.add(asyncId);
      alive.add(asyncId);
      add(
          "init",
          asyncId,
          new Creation(type, triggerAsyncId, CreationSite.current(), context.get()));
    }
  }

  private boolean isTheRequest(String type) {
    return ancestor == NOT_YET && type.equals(REQUEST) && Thread.currentThread() == starter;
  }

  private boolean isDescendant(long asyncId) {
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
   * Returns whether the request has been destroyed. A resource that can run again, such as a bound
   * callback, may be destroyed later, when it is collected.
   *
   * @return true if it has been destroyed
   */
  public synchronized boolean isOver() {
    return recorded.contains(ancestor) && !alive.contains(ancestor);
  }

  /**
   * Waits until every recorded resource has been destroyed. Hooks get that event asynchronously.
   *
   * @param limit the longest time to wait
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
   * Returns the events so far.
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
