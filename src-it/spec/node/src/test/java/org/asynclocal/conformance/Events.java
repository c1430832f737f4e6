package org.asynclocal.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;

/** A hook that keeps what it is told, in order. Enabled at once, disabled at the end. */
class Events implements HookListener, AutoCloseable {
  /**
   * One event.
   *
   * @param name {@code init}, {@code before}, {@code after}, {@code resolve} or {@code destroy}
   * @param id of the resource
   * @param type of the resource, at init; else empty
   * @param trigger of the resource, at init
   * @param execution the id of what ran
   */
  record Event(String name, long id, String type, long trigger, long execution) {}

  private final List<Event> events = new ArrayList<>();
  private final AsyncHook hook = AsyncHooks.createHook(this).enable();

  @Override
  public void init(long id, String type, long trigger, AsyncResource resource) {
    add(new Event("init", id, type, trigger, AsyncHooks.executionAsyncId()));
  }

  @Override
  public void before(long id) {
    mark("before", id);
  }

  @Override
  public void after(long id) {
    mark("after", id);
  }

  @Override
  public void promiseResolve(long id) {
    mark("resolve", id);
  }

  @Override
  public void destroy(long id) {
    mark("destroy", id);
  }

  /** Adds an event of the body's own. */
  void mark(String name, long id) {
    add(new Event(name, id, "", 0, AsyncHooks.executionAsyncId()));
  }

  private synchronized void add(Event event) {
    events.add(event);
    notifyAll();
  }

  synchronized List<Event> all() {
    return List.copyOf(events);
  }

  /** The names of the events of one resource, in order. */
  List<String> of(long id) {
    return all().stream().filter(event -> event.id() == id).map(Event::name).toList();
  }

  /** The resources of a type, in the order of creation. */
  List<Event> created(String type) {
    return all().stream()
        .filter(event -> event.name().equals("init") && event.type().equals(type))
        .toList();
  }

  int count(String name, long id) {
    return (int) of(id).stream().filter(name::equals).count();
  }

  /** The names of the events of one resource, once it has been destroyed. */
  List<String> untilDestroyed(long id) throws InterruptedException, TimeoutException {
    await(event -> event.name().equals("destroy") && event.id() == id);
    return of(id);
  }

  synchronized void await(Predicate<Event> awaited) throws InterruptedException, TimeoutException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (events.stream().noneMatch(awaited)) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new TimeoutException("not seen in time, of " + events);
      }
      wait(left);
    }
  }

  @Override
  public void close() {
    hook.disable();
  }
}
