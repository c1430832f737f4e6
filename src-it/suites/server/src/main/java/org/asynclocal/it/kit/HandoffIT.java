package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.enterprise.concurrent.ManageableThread;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.asynclocal.it.support.CountingProvider;
import org.asynclocal.it.support.Waiting;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("A handoff")
class HandoffIT {
  private static final String ENTRY =
      "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0'><env-entry>"
          + "<env-entry-name>greeting</env-entry-name><env-entry-type>java.lang.String"
          + "</env-entry-type><env-entry-value>hello</env-entry-value></env-entry></web-app>";

  @Inject Executors executors;

  @Deployment
  static WebArchive war() {
    return Wars.withTests(
            "handoff", Executors.class, Users.class, Handoffs.class, CountingProvider.class)
        .addAsServiceProvider(ThreadContextProvider.class, CountingProvider.class)
        .setWebXML(new org.jboss.shrinkwrap.api.asset.StringAsset(ENTRY));
  }

  @BeforeEach
  void reset() {
    CountingProvider.reset();
  }

  @Test
  @DisplayName("is one capture, one begin and one end for each task")
  void oneCapturePerTask() throws Exception {
    get(executors.plain.submit(() -> 1));
    assertCounted(1);
    get(executors.plain.supplyAsync(() -> 1));
    assertCounted(2);
    get(executors.plain.runAsync(() -> {}));
    assertCounted(3);
    CountDownLatch begun = new CountDownLatch(1);
    executors.one.execute(begun::countDown);
    Waiting.until(begun);
    get(executors.one.submit(() -> 1)); // this one has but one thread: the task before has ended
    assertCounted(5);
  }

  @Test
  @DisplayName("is one capture, one begin and one end for each asynchronous stage")
  void oneCapturePerStage() throws Exception {
    CompletableFuture<Integer> first = executors.plain.supplyAsync(() -> 1);
    get(first);
    get(first.thenApplyAsync(x -> x));
    assertCounted(2);
    get(first.thenRunAsync(() -> {}));
    assertCounted(3);
    get(first.thenAcceptAsync(x -> {}));
    assertCounted(4);
    get(first.thenCombineAsync(first, (x, y) -> x));
    assertCounted(5);
    get(first.whenCompleteAsync((x, e) -> {}));
    assertCounted(6);
  }

  @Test
  @DisplayName("finds the application's names and class loader on the other side")
  void application() throws Exception {
    assertThat(get(executors.plain.supplyAsync(this::greeting))).isEqualTo("hello");
    Class<?> found =
        get(
            executors.plain.submit(
                () ->
                    Thread.currentThread()
                        .getContextClassLoader()
                        .loadClass(HandoffIT.class.getName())));
    assertThat(found).isSameAs(HandoffIT.class);
  }

  @Test
  @Tag(Needs.KIT)
  @DisplayName("finds the application also when a thread outside any application submits it")
  void applicationFromABareThread() throws Exception {
    ManagedExecutor built = ManagedExecutor.builder().build();
    FutureTask<String> submit = new FutureTask<>(() -> get(built.submit(this::greeting)));
    Handoffs.onBareThread(submit);
    built.shutdown();
    assertThat(get(submit)).isEqualTo("hello");
  }

  @Test
  @DisplayName("finds the application also when such a thread completes the stage before it")
  void applicationAfterABareThread() throws Exception {
    CompletableFuture<Integer> gate = executors.plain.newIncompleteFuture();
    CompletableFuture<String> stage = gate.thenApplyAsync(x -> greeting());
    Handoffs.onBareThread(() -> gate.complete(1));
    assertThat(get(stage)).isEqualTo("hello");
  }

  @Test
  @Tag(Needs.KIT)
  @DisplayName("lands on a thread that the server manages, of injected and of built executors")
  void managedThreads() throws Exception {
    Thread injected = get(executors.plain.supplyAsync(Thread::currentThread));
    assertThat(injected).isInstanceOf(ManageableThread.class);
    CompletableFuture<Integer> wrapped =
        executors.context.withContextCapture(CompletableFuture.completedFuture(1));
    Thread ofContext = get(wrapped.thenApplyAsync(x -> Thread.currentThread()));
    assertThat(ofContext).isInstanceOf(ManageableThread.class);
    ManagedExecutor built = ManagedExecutor.builder().maxAsync(2).build();
    try {
      Thread ofBuilt = get(built.supplyAsync(Thread::currentThread));
      assertThat(ofBuilt).isInstanceOf(ManageableThread.class);
    } finally {
      built.shutdown();
    }
  }

  private static void assertCounted(int handoffs) {
    assertThat(CountingProvider.CAPTURED).as("captured").hasValue(handoffs);
    assertThat(CountingProvider.BEGUN).as("begun").hasValue(handoffs);
    assertThat(CountingProvider.ENDED).as("ended").hasValue(handoffs);
  }

  @SuppressWarnings("BanJNDI") // a look-up by name is what is tested
  private String greeting() {
    try {
      return (String) new InitialContext().lookup("java:comp/env/greeting");
    } catch (NamingException e) {
      return e.toString();
    }
  }
}
