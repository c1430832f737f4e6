package org.asynclocal.conformance;

import static org.asynclocal.conformance.Stage.UNDEFINED;
import static org.asynclocal.conformance.Stage.seen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.EventEmitterAsyncResource;
import org.asynclocal.hooks.HookListener;
import org.jspecify.annotations.Nullable;

/** Group async-resource. */
@SuppressWarnings("NullAway") // bad arguments are what some of these scenarios are about
final class AsyncResources {
  private AsyncResources() {}

  @Scenario("res-01")
  static Object ids(Stage stage) {
    AsyncResource resource = new AsyncResource("T");
    return List.of(
        resource.asyncId() > 1, resource.triggerAsyncId() == AsyncHooks.executionAsyncId());
  }

  @Scenario("res-02")
  static Object badType(Stage stage) {
    return List.of(
        thrownBy(() -> new AsyncResource(null)),
        thrownBy(() -> new AsyncResource(null, 1)),
        thrownBy(() -> new AsyncResource(null, new AsyncResource.Options())),
        thrownBy(() -> AsyncHooks.bindRunnable(null, () -> {})),
        thrownBy(() -> new EventEmitterAsyncResource<>((String) null)));
  }

  @Scenario("res-03")
  static Object emptyTypeWithoutHooks(Stage stage) {
    return new AsyncResource("").type().isEmpty();
  }

  @Scenario("res-05")
  static Object badTrigger(Stage stage) {
    return LongStream.of(-4, -2, -1_000, Long.MIN_VALUE)
        .mapToObj(id -> thrownBy(() -> new AsyncResource("T", id)))
        .toList();
  }

  @Scenario("res-06")
  static Object givenTrigger(Stage stage) {
    return Stream.of(111, 0, -1).map(id -> new AsyncResource("T", id).triggerAsyncId()).toList();
  }

  @Scenario("res-07")
  static Object idsInScope(Stage stage) {
    AsyncResource resource = new AsyncResource("T", 7);
    long before = AsyncHooks.executionAsyncId();
    List<Object> observed = new ArrayList<>();
    resource.runInAsyncScope(
        () -> {
          observed.add(AsyncHooks.executionAsyncId() == resource.asyncId());
          observed.add(AsyncHooks.triggerAsyncId() == 7);
          observed.add(AsyncHooks.executionAsyncResource() == resource);
        });
    observed.add(AsyncHooks.executionAsyncId() == before);
    return observed;
  }

  @Scenario("res-09")
  static Object throwingInScope(Stage stage) {
    try (Events events = new Events()) {
      AsyncResource resource = new AsyncResource("T");
      long before = AsyncHooks.executionAsyncId();
      Throwable thrown =
          thrownBy(
              () ->
                  resource.runInAsyncScope(
                      () -> {
                        throw new IllegalStateException("x");
                      }));
      List<String> told = events.of(resource.asyncId());
      return List.of(
          told.subList(1, told.size()),
          String.valueOf(thrown.getMessage()),
          AsyncHooks.executionAsyncId() == before);
    }
  }

  @Scenario("res-11")
  static Object reentered(Stage stage) {
    try (Events events = new Events()) {
      AsyncResource resource = new AsyncResource("T");
      resource.runInAsyncScope(() -> resource.runInAsyncScope(() -> {}));
      return events.of(resource.asyncId()).stream()
          .filter(name -> !name.equals("init"))
          .map(name -> name.substring(0, 1))
          .toList();
    }
  }

  @Scenario("res-13")
  static Object contextOfCreation(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    AsyncResource resource = storage.call("A", () -> new AsyncResource("T"));
    return storage.<Object, RuntimeException>call(
        "B", () -> List.of(resource.callInAsyncScope(() -> seen(storage)), seen(storage)));
  }

  @Scenario("res-16")
  static Object destroyedTwice(Stage stage) throws Exception {
    try (Events events = new Events()) {
      AsyncResource resource = new AsyncResource("T");
      AsyncResource last = new AsyncResource("LAST");
      resource.emitDestroy().emitDestroy();
      last.emitDestroy();
      events.untilDestroyed(last.asyncId());
      return List.of(UNDEFINED, events.count("destroy", resource.asyncId()));
    }
  }

  @Scenario("res-18")
  static Object collected(Stage stage) throws Exception {
    try (Events events = new Events()) {
      long id = abandoned();
      System.gc();
      return events.untilDestroyed(id).contains("destroy");
    }
  }

  private static long abandoned() {
    return new AsyncResource("T").asyncId();
  }

  @Scenario("res-22")
  static Object boundId(Stage stage) {
    List<Long> ids = new ArrayList<>();
    Runnable bound = AsyncHooks.bindRunnable("T", () -> ids.add(AsyncHooks.executionAsyncId()));
    bound.run();
    bound.run();
    return List.of(ids.get(0) != AsyncHooks.executionAsyncId(), ids.get(0).equals(ids.get(1)));
  }

  @Scenario("res-23")
  static Object typeOfBound(Stage stage) {
    try (Events events = new Events()) {
      Runnable custom = AsyncHooks.bindRunnable("Custom", () -> {});
      Runnable named = AsyncHooks.bindRunnable("named", () -> {});
      Runnable anonymous = AsyncLocalStorage.bindRunnable(() -> {});
      List.of(custom, named, anonymous).forEach(Runnable::run);
      return events.all().stream()
          .filter(event -> event.name().equals("init"))
          .map(Events.Event::type)
          .toList();
    }
  }

  @Scenario("res-25")
  static Object argumentsOfBound(Stage stage) {
    Function<Object, Object> bound = new AsyncResource("T").bindFunction(value -> value);
    return List.of(bound.apply(true), bound.apply(false), bound.apply("test"));
  }

  @Scenario("res-26")
  static Object badFunction(Stage stage) {
    AsyncResource resource = new AsyncResource("T");
    return List.of(
        thrownBy(() -> resource.bindRunnable(null)), thrownBy(() -> resource.bindFunction(null)));
  }

  @Scenario("res-27")
  static Object subclassAtInit(Stage stage) {
    List<Object> observed = new ArrayList<>();
    AsyncResource[] given = new AsyncResource[1];
    AsyncHook hook =
        AsyncHooks.createHook(
                new HookListener() {
                  @Override
                  public void init(long id, String type, long trigger, AsyncResource resource) {
                    if (resource instanceof Query query) {
                      given[0] = query;
                      Object field = query.field;
                      observed.add(field == null ? UNDEFINED : field);
                    }
                  }
                })
            .enable();
    Query query = new Query();
    hook.disable();
    return List.of(given[0] == query, observed.get(0));
  }

  private static final class Query extends AsyncResource {
    private final @Nullable Object field;

    Query() {
      super("Query");
      this.field = "set";
    }
  }

  @Scenario("res-28")
  static Object increasing(Stage stage) {
    List<Long> ids = Stream.generate(() -> new AsyncResource("T").asyncId()).limit(100).toList();
    return ids.stream().sorted().distinct().toList().equals(ids);
  }

  static Throwable thrownBy(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException thrown) {
      return thrown;
    }
    return new AssertionError("nothing was thrown");
  }
}
