package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import org.asynclocal.AsyncLocalStorage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("A store")
class StoreIT {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("store");

  @Inject Executors executors;

  @Deployment
  static WebArchive war() {
    return Wars.withTests("store", Executors.class, Users.class, Handoffs.class);
  }

  @Test
  @DisplayName("is the one at capture, on every kind of handoff and on any thread")
  void carried() throws Exception {
    var seen =
        STORE.call("a", () -> Handoffs.look(executors.plain, executors.context, STORE::getStore));
    assertThat(seen).allSatisfy((handoff, value) -> assertThat(value).as(handoff).isEqualTo("a"));
  }

  @Test
  @DisplayName("is absent where the type is cleared, on every kind of handoff and on any thread")
  void cleared() throws Exception {
    var seen =
        STORE.call(
            "a", () -> Handoffs.look(executors.cleared, executors.clearedContext, STORE::getStore));
    assertThat(seen)
        .allSatisfy((handoff, value) -> assertThat(value).as(handoff).isEqualTo("null"));
  }

  @Test
  @DisplayName("is absent on a bare worker: the server's executor brings none of its own")
  void bareWorker() throws Exception {
    var seen = STORE.call("a", () -> Handoffs.onBareWorkers(executors.unchanged, STORE::getStore));
    assertThat(seen).containsExactly("null");
  }

  @Test
  @DisplayName("entered in a task is gone from the worker afterwards")
  void enteredInATask() throws Exception {
    Handoffs.onEveryWorker(
        executors.plain::supplyAsync,
        () -> {
          STORE.enterWith("left");
          return null;
        });
    assertThat(Handoffs.onBareWorkers(executors.unchanged, STORE::getStore))
        .containsExactly("null");
  }
}
