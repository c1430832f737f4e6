package org.asynclocal.conformance;

import static org.asynclocal.conformance.Stage.await;
import static org.asynclocal.conformance.Stage.seen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;

/** Group examples. */
final class Examples {
  private static final String STATE = "state";

  private Examples() {}

  @Scenario("ex-02")
  static Object stateOfTheResourceOverATimer(Stage stage) throws Exception {
    return tenRequests(url -> stage.timer(Examples::state));
  }

  @Scenario("ex-03")
  static Object stateOfTheResourceOverStages(Stage stage) throws Exception {
    return tenRequests(
        url -> stage.timer(() -> "").thenCompose(unused -> stage.timer(Examples::state)));
  }

  private static String state() {
    return String.valueOf(AsyncHooks.executionAsyncResource().attributes().get(STATE));
  }

  /**
   * Returns whether ten concurrent requests each respond with what they wrote into their own
   * resource.
   */
  private static boolean tenRequests(Function<String, CompletableFuture<String>> handler)
      throws Exception {
    AsyncHook hook = AsyncHooks.createHook(new StateCopier()).enable();
    try {
      Map<String, CompletableFuture<String>> answers = new LinkedHashMap<>();
      for (int i = 0; i < 10; i++) {
        String url = "/" + i;
        answers.put(
            url,
            new AsyncResource("HTTPREQUEST")
                .callInAsyncScope(
                    () -> {
                      AsyncHooks.executionAsyncResource().attributes().put(STATE, url);
                      return handler.apply(url);
                    }));
      }
      for (Map.Entry<String, CompletableFuture<String>> answer : answers.entrySet()) {
        if (!await(answer.getValue()).equals(answer.getKey())) {
          return false;
        }
      }
      return true;
    } finally {
      hook.disable();
    }
  }

  private static final class StateCopier implements HookListener {
    @Override
    public void init(long id, String type, long trigger, AsyncResource resource) {
      Object state = AsyncHooks.executionAsyncResource().attributes().get(STATE);
      if (state != null) {
        resource.attributes().put(STATE, state);
      }
    }
  }

  @Scenario("ex-04")
  static Object logger(Stage stage) throws Exception {
    AsyncLocalStorage<Integer> id = AsyncLocalStorage.named("id");
    List<List<String>> logs = List.of(new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
    List<CompletableFuture<Boolean>> finished = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      List<String> log = logs.get(i);
      id.run(
          i,
          () -> {
            log.add(seen(id) + ": start");
            finished.add(stage.timer(() -> log.add(seen(id) + ": finish")));
          });
    }
    for (CompletableFuture<Boolean> each : finished) {
      await(each);
    }
    return logs;
  }

  @Scenario("ex-05")
  static Object middleware(Stage stage) throws Exception {
    AsyncLocalStorage<Integer> request = AsyncLocalStorage.named("request");
    ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<Void>> requests =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    request.call(
                        i,
                        () ->
                            stage
                                .timer(() -> log.add(i + " service " + seen(request)))
                                .thenAcceptAsync(
                                    added -> log.add(i + " controller " + seen(request)))))
            .toList();
    for (CompletableFuture<Void> each : requests) {
      await(each);
    }
    return log.size() == 10
        && log.stream().map(line -> line.split(" ")).allMatch(line -> line[0].equals(line[2]));
  }

  @Scenario("ex-08")
  static Object databaseWrapper(Stage stage) throws Exception {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    try (Events events = new Events()) {
      DbQuery query = storage.call("A", DbQuery::new);
      CompletableFuture<List<Object>> called = new CompletableFuture<>();
      storage.run(
          "B",
          () ->
              stage.later(
                  () -> query.getInfo(row -> called.complete(List.of(seen(storage), row)))));
      List<Object> seen = await(called);
      events.await(event -> event.name().equals("after") && event.id() == query.asyncId());
      query.emitDestroy();
      return List.of(seen.get(0), seen.get(1), events.untilDestroyed(query.asyncId()));
    }
  }

  private static final class DbQuery extends AsyncResource {
    DbQuery() {
      super("DBQUERY");
    }

    void getInfo(Consumer<String> callback) {
      runInAsyncScope(() -> callback.accept("row"));
    }
  }
}
