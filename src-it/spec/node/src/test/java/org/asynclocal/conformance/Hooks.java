package org.asynclocal.conformance;

import static org.asynclocal.conformance.AsyncResources.thrownBy;
import static org.asynclocal.conformance.Stage.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;

/** Group hooks-promises-ids: hooks, and the events of resources. */
final class Hooks {
  private Hooks() {}

  @Scenario("hook-01")
  @SuppressWarnings("NullAway") // the bad argument is the scenario
  static Object badListener(Stage stage) {
    Throwable thrown = thrownBy(() -> AsyncHooks.createHook(null));
    return thrown instanceof NullPointerException
        && String.valueOf(thrown.getMessage()).contains("listener");
  }

  @Scenario("hook-04")
  static Object neverEnabled(Stage stage) {
    List<String> told = new ArrayList<>();
    AsyncHook hook = AsyncHooks.createHook(naming("never", told));
    new AsyncResource("T").runInAsyncScope(() -> {});
    hook.disable();
    return told.size();
  }

  @Scenario("hook-06")
  static Object disabledAgain(Stage stage) {
    List<String> told = new ArrayList<>();
    AsyncHook hook = AsyncHooks.createHook(naming("never", told));
    AsyncHook first = hook.disable();
    boolean same = first == hook && first.disable() == hook;
    new AsyncResource("T").runInAsyncScope(() -> {});
    return List.of(same, told.size());
  }

  @Scenario("hook-08")
  static Object orderOfEnabling(Stage stage) {
    List<String> told = new ArrayList<>();
    List<AsyncHook> hooks =
        Stream.of("1", "2", "3").map(name -> AsyncHooks.createHook(naming(name, told))).toList();
    List.of(1, 0, 2).forEach(i -> hooks.get(i).enable());
    AsyncResource unused = new AsyncResource("T");
    hooks.forEach(AsyncHook::disable);
    return told.stream().map(Integer::valueOf).toList();
  }

  @Scenario("hook-09")
  static Object enabledAgain(Stage stage) {
    List<String> told = new ArrayList<>();
    AsyncHook a = AsyncHooks.createHook(naming("A", told)).enable();
    AsyncHook b = AsyncHooks.createHook(naming("B", told)).enable();
    a.disable().enable();
    AsyncResource unused = new AsyncResource("T");
    a.disable();
    b.disable();
    return told;
  }

  @Scenario("hook-10")
  static Object orderOfBeforeAndAfter(Stage stage) {
    List<String> told = new ArrayList<>();
    List<AsyncHook> hooks =
        Stream.of("1", "2")
            .map(name -> AsyncHooks.createHook(new Scopes(name, told)).enable())
            .toList();
    new AsyncResource("T").runInAsyncScope(() -> {});
    hooks.forEach(AsyncHook::disable);
    return told;
  }

  @Scenario("hook-11")
  static Object argumentsOfInit(Stage stage) {
    List<Object> given = new ArrayList<>();
    AsyncHook hook =
        AsyncHooks.createHook(
                new HookListener() {
                  @Override
                  public void init(long id, String type, long trigger, AsyncResource resource) {
                    given.addAll(List.of(id, type, trigger, resource));
                  }
                })
            .enable();
    AsyncResource resource = new AsyncResource("T");
    hook.disable();
    return List.of(
        given.get(0).equals(resource.asyncId()),
        given.get(1),
        given.get(2).equals(AsyncHooks.executionAsyncId()),
        given.get(3) == resource);
  }

  @Scenario("hook-12")
  static Object life(Stage stage) throws Exception {
    try (Events events = new Events()) {
      AsyncResource resource = new AsyncResource("T");
      resource.runInAsyncScope(() -> {});
      resource.emitDestroy();
      return events.untilDestroyed(resource.asyncId());
    }
  }

  @Scenario("hook-14")
  static Object disabledInACallback(Stage stage) {
    List<String> told = new ArrayList<>();
    AsyncHook b = AsyncHooks.createHook(naming("B", told));
    AsyncHook a =
        AsyncHooks.createHook(
            new HookListener() {
              @Override
              public void init(long id, String type, long trigger, AsyncResource resource) {
                told.add("A");
                b.disable();
              }
            });
    a.enable();
    b.enable();
    AsyncResource first = new AsyncResource("T");
    List<String> atFirst = List.copyOf(told);
    told.clear();
    AsyncResource second = new AsyncResource("T", first.asyncId());
    a.disable();
    return second.asyncId() > 0 ? List.of(atFirst, told) : told;
  }

  @Scenario("hook-16")
  static Object enabledInANestedCreation(Stage stage) {
    List<String> types = new ArrayList<>();
    AsyncHook b =
        AsyncHooks.createHook(
            new HookListener() {
              @Override
              public void init(long id, String type, long trigger, AsyncResource resource) {
                types.add(type);
              }
            });
    AsyncHook a =
        AsyncHooks.createHook(
            new HookListener() {
              @Override
              public void init(long id, String type, long trigger, AsyncResource resource) {
                if (type.equals("1")) {
                  b.enable();
                  AsyncResource unused = new AsyncResource("2");
                }
              }
            });
    a.enable();
    AsyncResource one = new AsyncResource("1");
    AsyncResource three = new AsyncResource("3", one.asyncId());
    a.disable();
    b.disable();
    return List.of(count(types, "2"), count(types, three.type()));
  }

  static int count(List<String> types, String type) {
    return (int) types.stream().filter(type::equals).count();
  }

  @Scenario("hook-24")
  static Object interval(Stage stage) throws Exception {
    try (Events events = new Events()) {
      ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
      AsyncResource resource = new AsyncResource("Timeout");
      CountDownLatch ticks = new CountDownLatch(2);
      CompletableFuture<Future<?>> itself = new CompletableFuture<>();
      itself.complete(
          timers.scheduleWithFixedDelay(
              resource.bindRunnable(
                  () -> {
                    ticks.countDown();
                    if (ticks.getCount() == 0) {
                      itself.join().cancel(false);
                    }
                  }),
              1,
              1,
              TimeUnit.MILLISECONDS));
      boolean ticked = ticks.await(20, TimeUnit.SECONDS);
      timers.shutdown();
      boolean ended = timers.awaitTermination(20, TimeUnit.SECONDS);
      resource.emitDestroy();
      return ticked && ended ? events.untilDestroyed(resource.asyncId()) : events.all();
    }
  }

  @Scenario("hook-25")
  static Object queuedTask(Stage stage) throws Exception {
    try (Events events = new Events()) {
      await(stage.kit.submit(() -> {}));
      return events.untilDestroyed(events.created("TASK").get(0).id());
    }
  }

  @Scenario("hook-26")
  static Object executedTask(Stage stage) throws Exception {
    try (Events events = new Events()) {
      CompletableFuture<Long> ran = new CompletableFuture<>();
      stage.kit.execute(() -> ran.complete(AsyncHooks.executionAsyncId()));
      return events.untilDestroyed(await(ran));
    }
  }

  private static HookListener naming(String name, List<String> told) {
    return new HookListener() {
      @Override
      public void init(long id, String type, long trigger, AsyncResource resource) {
        told.add(name);
      }
    };
  }

  private record Scopes(String name, List<String> told) implements HookListener {
    @Override
    public void before(long id) {
      told.add("b" + name);
    }

    @Override
    public void after(long id) {
      told.add("a" + name);
    }
  }
}
