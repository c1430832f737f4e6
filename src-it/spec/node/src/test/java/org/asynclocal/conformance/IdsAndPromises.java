package org.asynclocal.conformance;

import static org.asynclocal.conformance.AsyncResources.thrownBy;
import static org.asynclocal.conformance.Hooks.count;
import static org.asynclocal.conformance.Stage.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.conformance.Events.Event;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;

/** Group hooks-promises-ids: ids, and the events of futures. */
final class IdsAndPromises {
  private IdsAndPromises() {}

  @Scenario("id-01")
  static Object root(Stage stage) {
    return AsyncHooks.root()
        .callInAsyncScope(
            () -> List.of(AsyncHooks.executionAsyncId(), AsyncHooks.triggerAsyncId()));
  }

  @Scenario("id-03")
  static Object siblings(Stage stage) throws Exception {
    try (Events events = new Events()) {
      AsyncResource tick = new AsyncResource("TICK");
      List<Future<Long>> triggers =
          tick.callInAsyncScope(
              () ->
                  List.of(
                      stage.kit.submit(AsyncHooks::triggerAsyncId),
                      stage.kit.submit(AsyncHooks::triggerAsyncId)));
      long first = await(triggers.get(0));
      long second = await(triggers.get(1));
      return List.of(first == second && events.all().size() > 0, first != tick.triggerAsyncId());
    }
  }

  @Scenario("id-04")
  static Object nestedTimers(Stage stage) throws Exception {
    try (Events events = new Events()) {
      CompletableFuture<Boolean> observed = new CompletableFuture<>();
      stage.kit.execute(
          () -> {
            long outer = AsyncHooks.executionAsyncId();
            stage.kit.execute(() -> observed.complete(AsyncHooks.triggerAsyncId() == outer));
          });
      return await(observed) && events.created("TASK").size() == 2;
    }
  }

  @Scenario("id-06")
  static Object connection(Stage stage) throws Exception {
    try (Events events = new Events();
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      AsyncResource server = new AsyncResource("TCPSERVER");
      CompletableFuture<AsyncResource> connection = new CompletableFuture<>();
      Thread accepting =
          new Thread(
              () -> {
                try (Socket accepted = listener.accept()) {
                  connection.complete(
                      new AsyncResource("TCPCONN" + accepted.getPort(), server.asyncId()));
                } catch (Exception e) {
                  connection.completeExceptionally(e);
                }
              });
      accepting.start();
      try (Socket client = new Socket(listener.getInetAddress(), listener.getLocalPort())) {
        AsyncResource connected = await(connection);
        Event init = events.created("TCPCONN" + client.getLocalPort()).get(0);
        return List.of(
            init.trigger() == server.asyncId() && init.id() == connected.asyncId(),
            init.execution());
      } finally {
        accepting.join(20_000);
      }
    }
  }

  @Scenario("id-07")
  static Object uncaughtError(Stage stage) throws Exception {
    try (Events events = new Events()) {
      Thread thread =
          AsyncLocalStorage.snapshot()
              .bindThreadFactory(Thread::new)
              .newThread(
                  () -> {
                    throw new IllegalStateException("uncaught");
                  });
      thread.setUncaughtExceptionHandler(
          (t, e) -> events.mark("handler", AsyncHooks.executionAsyncId()));
      thread.start();
      long id = events.created("THREAD").get(0).id();
      List<String> told = events.untilDestroyed(id);
      List<String> run = told.subList(1, told.size() - 1);
      return List.of(run.contains("handler"), run);
    }
  }

  @Scenario("prom-03")
  static Object idsInAStage(Stage stage) throws Exception {
    try (Events events = new Events()) {
      CompletableFuture<String> parent = stage.kit.newIncompleteFuture();
      CompletableFuture<List<Long>> child =
          parent.thenApply(
              v -> List.of(AsyncHooks.executionAsyncId(), AsyncHooks.triggerAsyncId()));
      parent.complete("v");
      List<Long> ids = await(child);
      List<Event> created = events.created("PROMISE");
      return List.of(ids.get(0) == created.get(1).id(), ids.get(1) == created.get(0).id());
    }
  }

  @Scenario("prom-04")
  static Object rejected(Stage stage) throws Exception {
    try (Events events = new Events()) {
      CompletableFuture<String> failed = stage.kit.failedFuture(new IllegalStateException());
      List<String> told = events.untilDestroyed(events.created("PROMISE").get(0).id());
      return failed.isCompletedExceptionally() ? told.subList(0, 2) : told;
    }
  }

  @Scenario("prom-05")
  static Object resolvedTwice(Stage stage) throws Exception {
    try (Events events = new Events()) {
      CompletableFuture<String> future = stage.kit.newIncompleteFuture();
      future.complete("first");
      future.complete("second");
      long id = events.created("PROMISE").get(0).id();
      events.untilDestroyed(id);
      return events.count("resolve", id);
    }
  }

  @Scenario("prom-07")
  static Object hookEnabledLater(Stage stage) throws Exception {
    CompletableFuture<String> parent = stage.kit.newIncompleteFuture();
    try (Events events = new Events()) {
      CompletableFuture<Long> child = parent.thenApply(v -> AsyncHooks.executionAsyncId());
      parent.complete("v");
      long id = await(child);
      Event init =
          events.created("PROMISE").stream()
              .filter(event -> event.id() == id)
              .findFirst()
              .orElseThrow();
      return List.of(
          events.count("before", id), events.count("after", id), init.trigger() == id - 1);
    }
  }

  @Scenario("prom-08")
  static Object withoutFutures(Stage stage) throws Exception {
    List<String> told = new ArrayList<>();
    AsyncHook hook = AsyncHooks.createHook(types(told)).trackFutures(false).enable();
    return countFuturesAndTasks(stage, hook, told);
  }

  @Scenario("prom-09")
  static Object withFutures(Stage stage) throws Exception {
    List<String> byDefault = new ArrayList<>();
    AsyncHook hook = AsyncHooks.createHook(types(byDefault)).enable();
    CompletableFuture<String> first = stage.kit.completedFuture("v");
    hook.disable();
    List<String> asked = new ArrayList<>();
    hook = AsyncHooks.createHook(types(asked)).trackFutures(true).enable();
    CompletableFuture<String> second = stage.kit.completedFuture(first.join());
    hook.disable();
    return second.isDone() ? List.of(count(byDefault, "PROMISE"), count(asked, "PROMISE")) : asked;
  }

  @Scenario("prom-11")
  static Object contradiction(Stage stage) {
    AsyncHook hook =
        AsyncHooks.createHook(
            new HookListener() {
              @Override
              public void promiseResolve(long id) {}
            });
    return thrownBy(() -> hook.trackFutures(false));
  }

  @Scenario("prom-12")
  static Object mixed(Stage stage) {
    List<String> without = new ArrayList<>();
    List<String> with = new ArrayList<>();
    AsyncHook a = AsyncHooks.createHook(types(without)).trackFutures(false).enable();
    AsyncHook b = AsyncHooks.createHook(types(with)).trackFutures(true).enable();
    CompletableFuture<String> future = stage.kit.completedFuture("v");
    a.disable();
    b.disable();
    return future.isDone() ? List.of(count(without, "PROMISE"), count(with, "PROMISE")) : with;
  }

  @Scenario("prom-14")
  static Object balance(Stage stage) throws Exception {
    try (Events events = new Events()) {
      CompletableFuture<String> chain =
          stage
              .kit
              .supplyAsync(() -> "a")
              .thenApplyAsync(v -> v + "b")
              .thenApply(
                  v -> {
                    throw new IllegalStateException(v);
                  })
              .handle((v, e) -> "handled")
              .thenApplyAsync(v -> v + "!");
      await(chain);
      List<Event> created = events.created("PROMISE");
      for (Event init : created) {
        events.untilDestroyed(init.id());
      }
      return created.size() == 5
          && created.stream().allMatch(init -> isBalanced(events, init.id()));
    }
  }

  private static boolean isBalanced(Events events, long id) {
    List<String> told = events.of(id);
    return events.count("before", id) == events.count("after", id)
        && (!told.contains("after") || told.indexOf("resolve") < told.indexOf("after"));
  }

  private static Object countFuturesAndTasks(Stage stage, AsyncHook hook, List<String> told)
      throws Exception {
    CompletableFuture<String> future = stage.kit.completedFuture("v");
    await(stage.kit.submit(() -> {}));
    hook.disable();
    return future.isDone() ? List.of(count(told, "PROMISE"), count(told, "TASK")) : told;
  }

  private static HookListener types(List<String> told) {
    return new HookListener() {
      @Override
      public void init(long id, String type, long trigger, AsyncResource resource) {
        told.add(type);
      }
    };
  }
}
