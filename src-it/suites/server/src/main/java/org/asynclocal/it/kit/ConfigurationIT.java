package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asynclocal.it.kit.Users.ALICE;
import static org.asynclocal.it.kit.Users.ANONYMOUS;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.Unmanaged;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.support.Waiting;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("What is injected")
class ConfigurationIT {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("configuration");

  @Inject Configured configured;

  @Deployment
  static WebArchive war() {
    String place = Configured.class.getName();
    return Wars.configured(
        Wars.withTests("configuration", Configured.class, Users.class),
        "mp.context.ManagedExecutor.cleared=Security",
        "mp.context.ThreadContext.propagated=Security",
        "mp.context.ThreadContext.unchanged=Remaining",
        place + "/byKey/ManagedExecutorConfig/propagated=AsyncLocalStorage",
        place + "/byKey/ManagedExecutorConfig/maxAsync=1");
  }

  @Test
  @DisplayName("takes the application's mp.context defaults where nothing else is said")
  void defaults() throws Exception {
    assertThat(seenBy(configured.first)).isEqualTo(ANONYMOUS + " a");
    assertThat(inTask(configured.plainContext)).isEqualTo(ALICE + " null");
  }

  @Test
  @DisplayName("takes them also when built with the builder, and looked up without a qualifier")
  void builtDefaults() throws Exception {
    ManagedExecutor built = ManagedExecutor.builder().build();
    try {
      assertThat(seenBy(built)).isEqualTo(ANONYMOUS + " a");
    } finally {
      built.shutdown();
    }
    assertThat(seenBy(CDI.current().select(ManagedExecutor.class).get()))
        .isEqualTo(ANONYMOUS + " a");
    NoBean noBean = new Unmanaged<>(NoBean.class).newInstance().produce().inject().get();
    assertThat(seenBy(noBean.executor)).isEqualTo(ANONYMOUS + " a");
    assertThat(inTask(ThreadContext.builder().build())).isEqualTo(ALICE + " null");
  }

  /** A class whose injection points are unknown when the application starts. */
  static class NoBean {
    @Inject ManagedExecutor executor;
  }

  @Test
  @DisplayName("obeys @ManagedExecutorConfig")
  void executorConfig() throws Exception {
    assertThat(seenBy(configured.storeOnly)).isEqualTo(ANONYMOUS + " a");
  }

  @Test
  @DisplayName("obeys @ThreadContextConfig")
  void threadContextConfig() throws Exception {
    assertThat(inTask(configured.storeOnlyContext)).isEqualTo(ANONYMOUS + " a");
  }

  @Test
  @DisplayName("obeys the keys of the injection point before its annotation")
  void injectionPointKeys() throws Exception {
    assertThat(seenBy(configured.byKey)).isEqualTo(ANONYMOUS + " a");
    assertThat(mostAtOnce(configured.byKey, configured.byKey)).isEqualTo(1);
  }

  @Test
  @DisplayName("is one instance for all points of one name, with the one configuration")
  void named() throws Exception {
    assertThat(mostAtOnce(configured.shared, configured.sharedToo)).isEqualTo(1);
    assertThat(seenBy(configured.sharedToo)).isEqualTo(ANONYMOUS + " a");
    assertThat(inTask(configured.noStoreContext)).isEqualTo(ALICE + " null");
    assertThat(inTask(configured.noStoreContextToo)).isEqualTo(ALICE + " null");
  }

  @Test
  @DisplayName("is an instance of its own for each point without a name")
  void unnamed() throws Exception {
    configured.second.shutdown();
    assertThatThrownBy(() -> configured.second.submit(() -> 1))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(get(configured.first.submit(() -> 1))).isEqualTo(1);
  }

  @Test
  @DisplayName("can be a constructor's parameter, and is bounded as told")
  void parameter() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    configured.byParameter.execute(
        () -> {
          busy.countDown();
          Waiting.until(release);
        });
    Waiting.until(busy);
    Future<Integer> queued = configured.byParameter.submit(() -> 1);
    assertThatThrownBy(() -> configured.byParameter.submit(() -> 2))
        .isInstanceOf(RejectedExecutionException.class);
    release.countDown();
    assertThat(get(queued)).isEqualTo(1);
  }

  private static String seenBy(ManagedExecutor executor) throws Exception {
    return asAliceWithStore(() -> get(executor.supplyAsync(ConfigurationIT::userAndStore)));
  }

  /** Returns what a task finds whose context clears everything and wraps its action. */
  private String inTask(ThreadContext context) throws Exception {
    Callable<String> action =
        asAliceWithStore(() -> context.contextualCallable(ConfigurationIT::userAndStore));
    return get(configured.storeOnly.submit(() -> action.call()));
  }

  private static <T> T asAliceWithStore(Callable<T> call) throws Exception {
    return STORE.call("a", () -> Users.as(ALICE, call));
  }

  private static String userAndStore() {
    return Users.current() + " " + STORE.getStore();
  }

  /** How many tasks run at once when many are submitted to both. */
  private static int mostAtOnce(ManagedExecutor one, ManagedExecutor other) throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tasks.add(
          (i % 2 == 0 ? one : other)
              .submit(
                  () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    running.decrementAndGet();
                  }));
    }
    for (Future<?> task : tasks) {
      get(task);
    }
    return most.get();
  }
}
