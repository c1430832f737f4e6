package org.asynclocal.it.events;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.jspecify.annotations.Nullable;

/** Keeps what a hook is told of the resources that one caller creates. */
final class TaskEvents implements HookListener {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final long callerId;
  private final Thread callerThread = Thread.currentThread();
  private final List<Long> ids = new ArrayList<>();
  private final List<String> types = new ArrayList<>();
  private final List<Told> events = new ArrayList<>();
  private @Nullable Thread worker;

  private record Told(String event, long id, Thread thread) {}

  private TaskEvents(AsyncResource caller) {
    this.callerId = caller.asyncId();
  }

  /**
   * Runs a task and names what happened to its resources, in order: the event, the resource's type
   * and number, and the thread. "Runs" is the task itself.
   */
  static List<String> ofTaskOn(Executor executor) throws InterruptedException {
    AsyncResource caller = new AsyncResource("CALLER");
    TaskEvents events = new TaskEvents(caller);
    AsyncHook hook = AsyncHooks.createHook(events).enable();
    try {
      caller.runInAsyncScope(() -> executor.execute(events::run));
      return events.untilAfter();
    } finally {
      hook.disable();
    }
  }

  @Override
  public synchronized void init(long id, String type, long trigger, AsyncResource resource) {
    if (AsyncHooks.executionAsyncId() == callerId) {
      ids.add(id);
      types.add(type);
      add("init", id);
    }
  }

  @Override
  public void before(long id) {
    add("before", id);
  }

  @Override
  public void after(long id) {
    add("after", id);
  }

  private synchronized void run() {
    worker = Thread.currentThread();
    add("runs", AsyncHooks.executionAsyncId());
  }

  private synchronized void add(String event, long id) {
    if (ids.contains(id) || event.equals("runs")) {
      events.add(new Told(event, id, Thread.currentThread()));
      notifyAll();
    }
  }

  private synchronized List<String> untilAfter() throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (events.stream().noneMatch(told -> told.event().equals("after"))
        && System.nanoTime() < deadline) {
      wait(100);
    }
    return events.stream().map(this::line).toList();
  }

  private String line(Told told) {
    int number = ids.indexOf(told.id());
    String resource = number < 0 ? "nothing" : types.get(number) + " " + (number + 1);
    return told.event() + ": " + resource + ", " + name(told.thread());
  }

  private String name(Thread thread) {
    if (thread == callerThread) {
      return "caller's thread";
    }
    return thread == worker ? "worker's thread" : "another thread";
  }
}
