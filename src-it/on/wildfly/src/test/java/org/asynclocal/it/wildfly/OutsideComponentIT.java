package org.asynclocal.it.wildfly;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.kit.Wars;
import org.asynclocal.it.support.ServerCountingProvider;
import org.asynclocal.it.support.Waiting;
import org.asynclocal.strict.Finding;
import org.asynclocal.strict.Mistake;
import org.asynclocal.strict.Site;
import org.asynclocal.strict.StrictMode;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("On a thread outside any component, where WildFly asks no provider,")
class OutsideComponentIT {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("outside");

  private final Queue<Finding> losses = new ConcurrentLinkedQueue<>();
  private final Consumer<Finding> collector = losses::add;

  @Resource ManagedExecutorService servers;

  @Deployment
  static WebArchive war() {
    return Wars.withTests("outside", ServerCountingProvider.class)
        .addAsServiceProvider(
            jakarta.enterprise.concurrent.spi.ThreadContextProvider.class,
            ServerCountingProvider.class);
  }

  @BeforeEach
  void enable() {
    StrictMode.enable();
    StrictMode.addListener(collector);
    ServerCountingProvider.CAPTURED.set(0);
  }

  @AfterEach
  void disable() {
    StrictMode.removeListener(collector);
    StrictMode.disable();
  }

  @Test
  @DisplayName("the server's executor captures nothing, and strict mode names that handoff")
  void namedByStrictMode() throws Exception {
    assertThat(seenFromABareThread(() -> get(servers.submit(OutsideComponentIT::read))))
        .isEqualTo("null");

    assertThat(ServerCountingProvider.CAPTURED).as("providers asked").hasValue(0);
    assertThat(losses).hasSize(1);
    Finding loss = losses.element();
    assertThat(loss.mistake()).isEqualTo(Mistake.OUTSIDE_COMPONENT);
    assertThat(loss.text()).startsWith("ASYNCLOCAL-036: ");
    assertAt(loss.lastBound(), "outside-any-component", "seenFromABareThread");
    assertAt(loss.firstWithout(), "EE-ManagedExecutorService-default-Thread-", ".read(");
  }

  @Test
  @DisplayName("a task that is bound before it is handed over has the store")
  void bound() throws Exception {
    String seen =
        seenFromABareThread(
            () -> get(servers.submit(AsyncLocalStorage.bindCallable(OutsideComponentIT::read))));
    assertThat(seen).isEqualTo("a");
    assertThat(losses).isEmpty();
  }

  @Test
  @DisplayName("the same executor carries the store of a component's own thread")
  void fromAComponent() throws Exception {
    assertThat(STORE.call("a", () -> get(servers.submit(OutsideComponentIT::read)))).isEqualTo("a");

    assertThat(ServerCountingProvider.CAPTURED).as("providers asked").hasValue(1);
    assertThat(losses).isEmpty();
  }

  private static String read() {
    return String.valueOf(STORE.getStore());
  }

  /** Returns what a task sees that such a thread submits while it has a store. */
  private static String seenFromABareThread(Callable<String> handedOver) throws Exception {
    FutureTask<String> task = new FutureTask<>(() -> STORE.call("a", handedOver::call));
    Thread bare = new Thread(task, "outside-any-component");
    bare.start();
    Waiting.join(bare);
    return get(task);
  }

  private static void assertAt(@Nullable Site site, String thread, String method) {
    requireNonNull(site);
    assertThat(site.thread()).startsWith(thread);
    assertThat(site.location()).contains("OutsideComponentIT").contains(method);
  }
}
