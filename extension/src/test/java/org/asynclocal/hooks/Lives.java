package org.asynclocal.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A hook that keeps the lives of the resources of one type, and no resource. Thread-safe. */
final class Lives implements HookListener, AutoCloseable {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final String type;
  private final List<Long> ids = new ArrayList<>();
  private final List<String> events = new ArrayList<>();
  private final AsyncHook hook = AsyncHooks.createHook(this).enable();

  Lives(String type) {
    this.type = type;
  }

  /** The events of all those resources, in order. */
  synchronized List<String> events() {
    return List.copyOf(events);
  }

  /** The events, once a resource was destroyed. */
  synchronized List<String> untilDestroyed() throws InterruptedException {
    return until(() -> {});
  }

  /** The same, where it is destroyed by being collected. */
  synchronized List<String> untilCollected() throws InterruptedException {
    return until(System::gc);
  }

  private synchronized List<String> until(Runnable meanwhile) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (!events.contains("destroy") && System.nanoTime() < deadline) {
      meanwhile.run();
      wait(20);
    }
    return events();
  }

  @Override
  public synchronized void init(long id, String created, long trigger, AsyncResource resource) {
    if (created.equals(type)) {
      ids.add(id);
      add(id, "init");
    }
  }

  @Override
  public void before(long id) {
    add(id, "before");
  }

  @Override
  public void after(long id) {
    add(id, "after");
  }

  @Override
  public void destroy(long id) {
    add(id, "destroy");
  }

  private synchronized void add(long id, String event) {
    if (ids.contains(id)) {
      events.add(event);
      notifyAll();
    }
  }

  @Override
  public void close() {
    hook.disable();
  }
}
