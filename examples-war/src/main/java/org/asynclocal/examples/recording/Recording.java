package org.asynclocal.examples.recording;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.asynclocal.examples.recording.RecordedEvent.Creation;
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
  private final long ancestor;
  private final Set<Long> descendants = new HashSet<>();
  private final Set<Long> alive = new HashSet<>();
  private final List<RecordedEvent> events = new ArrayList<>();
  private final AsyncHook hook;

  private Recording(long ancestor) {
    this.ancestor = ancestor;
    hook = AsyncHooks.createHook(this);
  }

  /**
   * Starts to record.
   *
   * @param ancestor whose descendants to record; the resource itself is not
   * @return the recording, to be closed
   */
  public static Recording ofDescendants(AsyncResource ancestor) {
    Recording recording = new Recording(ancestor.asyncId());
    recording.hook.enable();
    return recording;
  }

  @Override
  public synchronized void init(
      long asyncId, String type, long triggerAsyncId, AsyncResource resource) {
    if (isOfFamily(AsyncHooks.executionAsyncId()) || isOfFamily(triggerAsyncId)) {
      descendants.add(asyncId);
      alive.add(asyncId);
      add("init", asyncId, new Creation(type, triggerAsyncId));
    }
  }

  private boolean isOfFamily(long asyncId) {
    return asyncId == ancestor || descendants.contains(asyncId);
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
  public synchronized void destroy(long asyncId) {
    if (alive.remove(asyncId)) {
      add("destroy", asyncId, null);
    }
    notifyAll();
  }

  private synchronized void add(String event, long asyncId, @Nullable Creation creation) {
    if (descendants.contains(asyncId)) {
      events.add(new RecordedEvent(event, asyncId, AsyncHooks.executionAsyncId(), creation));
    }
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
