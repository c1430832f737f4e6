package org.asynclocal.conformance;

import static org.asynclocal.conformance.AsyncResources.thrownBy;
import static org.asynclocal.conformance.Stage.seen;

import java.util.ArrayList;
import java.util.List;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.EventEmitterAsyncResource;
import org.asynclocal.hooks.HookListener;

/** Group errors-emitter. */
final class ErrorsAndEmitter {
  private ErrorsAndEmitter() {}

  private static final class Foo extends EventEmitterAsyncResource<String> {}

  @Scenario("eear-01")
  static Object life(Stage stage) throws Exception {
    try (Events events = new Events()) {
      Foo emitter = new Foo();
      long id = emitter.asyncId();
      emitter.on("e", unused -> events.mark("listener", id));
      emitter.emit("e", "");
      emitter.emitDestroy();
      List<String> told = new ArrayList<>(events.untilDestroyed(id));
      told.set(0, told.get(0) + " " + emitter.asyncResource().type());
      return told;
    }
  }

  @Scenario("eear-02")
  @SuppressWarnings("NullAway") // the bad argument is part of the scenario
  static Object name(Stage stage) {
    return List.of(
        new EventEmitterAsyncResource<String>("N").asyncResource().type(),
        new EventEmitterAsyncResource<String>("M", new AsyncResource.Options())
            .asyncResource()
            .type(),
        thrownBy(() -> new EventEmitterAsyncResource<String>((String) null)));
  }

  @Scenario("eear-03")
  static Object resource(Stage stage) {
    AsyncResource creator = new AsyncResource("T");
    EventEmitterAsyncResource<String> emitter =
        creator.callInAsyncScope(() -> new EventEmitterAsyncResource<>("N"));
    return List.of(
        emitter.asyncId() == emitter.asyncResource().asyncId(),
        emitter.triggerAsyncId() == creator.asyncId(),
        emitter.asyncResource().eventEmitter() == emitter);
  }

  @Scenario("eear-04")
  static Object contextOfCreation(Stage stage) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    EventEmitterAsyncResource<String> emitter =
        storage.call("A", () -> new EventEmitterAsyncResource<>("N"));
    List<String> observed = new ArrayList<>();
    emitter.on("e", unused -> observed.add(seen(storage).toString()));
    storage.run(
        "B",
        () -> {
          emitter.emit("e", "");
          observed.add(seen(storage).toString());
        });
    return String.join(",", observed);
  }

  @Scenario("eear-06")
  static Object throwingListener(Stage stage) {
    EventEmitterAsyncResource<String> emitter = new EventEmitterAsyncResource<>("N");
    emitter.on(
        "e",
        unused -> {
          throw new IllegalStateException("x");
        });
    long before = AsyncHooks.executionAsyncId();
    Throwable thrown = thrownBy(() -> emitter.emit("e", ""));
    return List.of(String.valueOf(thrown.getMessage()), AsyncHooks.executionAsyncId() == before);
  }

  @Scenario("eear-08")
  static Object trigger(Stage stage) {
    return new EventEmitterAsyncResource<String>("N", new AsyncResource.Options().triggerAsyncId(7))
        .triggerAsyncId();
  }

  @Scenario("fatal-init")
  static Object throwingInit(Stage stage) {
    return workedWith(
        new HookListener() {
          @Override
          public void init(long id, String type, long trigger, AsyncResource resource) {
            throw new IllegalStateException("boom");
          }
        });
  }

  @Scenario("fatal-after")
  static Object throwingAfter(Stage stage) {
    return workedWith(
        new HookListener() {
          @Override
          public void after(long id) {
            throw new IllegalStateException("boom");
          }
        });
  }

  @Scenario("fatal-destroy")
  static Object throwingDestroy(Stage stage) {
    return workedWith(
        new HookListener() {
          @Override
          public void destroy(long id) {
            throw new IllegalStateException("boom");
          }
        });
  }

  @Scenario("fatal-secondhook")
  static Object secondHook(Stage stage) throws Exception {
    AsyncHook first =
        AsyncHooks.createHook(
                new HookListener() {
                  @Override
                  public void init(long id, String type, long trigger, AsyncResource resource) {
                    throw new IllegalStateException("boom");
                  }
                })
            .enable();
    try (Events second = new Events()) {
      AsyncResource resource = new AsyncResource("T");
      return second.of(resource.asyncId());
    } finally {
      first.disable();
    }
  }

  /** The answer of work that goes on although the listener throws. */
  private static Object workedWith(HookListener broken) {
    AsyncHook hook = AsyncHooks.createHook(broken).enable();
    try (Events other = new Events()) {
      AsyncResource resource = new AsyncResource("T");
      String answer = resource.callInAsyncScope(() -> "answer");
      resource.emitDestroy();
      return List.of(answer, other.untilDestroyed(resource.asyncId()));
    } catch (Exception e) {
      return e;
    } finally {
      hook.disable();
    }
  }
}
