package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.asynclocal.it.kit.Users.ALICE;
import static org.asynclocal.it.kit.Users.ANONYMOUS;
import static org.asynclocal.it.kit.Users.BOB;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@ArquillianTest
@DisplayName("The caller's identity")
class IdentityIT {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("identity");

  @Inject Executors executors;

  @Deployment
  static WebArchive war() {
    return Wars.withTests("identity", Executors.class, Users.class, Handoffs.class);
  }

  @BeforeEach
  void everyThreadOfThePoolHasWorkedForBob() throws Exception {
    Handoffs.warmByBob(executors.plain);
  }

  @Test
  @DisplayName("is the one at capture, on every kind of handoff and on any thread")
  void carried() throws Exception {
    var seen =
        Users.as(ALICE, () -> Handoffs.look(executors.plain, executors.context, Users::current));
    assertThat(seen).allSatisfy((handoff, user) -> assertThat(user).as(handoff).isEqualTo(ALICE));
  }

  @Test
  @DisplayName("is anonymous where the type is cleared, on every kind of handoff and on any thread")
  void cleared() throws Exception {
    var seen =
        Users.as(
            ALICE,
            () -> Handoffs.look(executors.cleared, executors.clearedContext, Users::current));
    assertThat(seen)
        .allSatisfy((handoff, user) -> assertThat(user).as(handoff).isEqualTo(ANONYMOUS));
  }

  @Test
  @DisplayName("is anonymous when the caller has none, on every kind of handoff and on any thread")
  void callerWithoutIdentity() throws Exception {
    var seen = Handoffs.look(executors.plain, executors.context, Users::current);
    assertThat(seen)
        .allSatisfy((handoff, user) -> assertThat(user).as(handoff).isEqualTo(ANONYMOUS));
  }

  @Test
  @DisplayName("is the running thread's where the type is unchanged")
  void unchanged() throws Exception {
    List<String> seen = new ArrayList<>();
    Runnable look =
        Users.as(
            ALICE, () -> executors.unchanged.contextualRunnable(() -> seen.add(Users.current())));
    Handoffs.onBobsThread(look);
    Handoffs.onBareThread(look);
    assertThat(seen).containsExactly(BOB, ANONYMOUS);
  }

  @Test
  @DisplayName("is anonymous on an idle worker, whoever submits the task and whoever did before")
  void bareWorker() throws Exception {
    var seen = Users.as(ALICE, () -> Handoffs.onBareWorkers(executors.unchanged, Users::current));
    assertThat(seen).containsExactly(ANONYMOUS);
  }

  @Test
  @DisplayName("does not stay on a worker whose task failed")
  void failedTask() throws Exception {
    Future<?> failed =
        Users.as(
            ALICE,
            () ->
                executors.one.submit(
                    () -> {
                      throw new IllegalArgumentException("meant to fail");
                    }));
    assertThatThrownBy(() -> get(failed)).hasRootCauseMessage("meant to fail");
    assertThat(get(executors.one.submit(Users::current))).isEqualTo(ANONYMOUS);
  }

  @Test
  @DisplayName("stays the caller's when a task is rejected, and the next task has its own")
  void rejectedTask() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    executors.one.execute(
        () -> {
          busy.countDown();
          Waiting.until(release);
        });
    Waiting.until(busy);
    Future<String> queued = Users.as(BOB, () -> executors.one.submit(Users::current));
    String caller =
        Users.as(
            ALICE,
            () -> {
              assertThatThrownBy(() -> executors.one.submit(Users::current))
                  .isInstanceOf(RejectedExecutionException.class);
              return Users.current();
            });
    release.countDown();
    assertThat(caller).isEqualTo(ALICE);
    assertThat(get(queued)).isEqualTo(BOB);
    assertThat(Users.as(ALICE, () -> get(executors.one.submit(Users::current)))).isEqualTo(ALICE);
  }

  @Test
  @DisplayName("is never another user's in 1,000 calls, 32 in flight on 4 workers")
  void manyCalls() throws Exception {
    int drivers = 32;
    int callsEach = 32;
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CyclicBarrier allSubmitted = new CyclicBarrier(drivers);
    ExecutorService pool = java.util.concurrent.Executors.newFixedThreadPool(drivers);
    try {
      List<Callable<List<String>>> calls = new ArrayList<>();
      for (int i = 0; i < drivers; i++) {
        String user = i % 2 == 0 ? ALICE : BOB;
        calls.add(() -> Users.as(user, () -> drive(user, callsEach, allSubmitted, running, most)));
      }
      for (Future<List<String>> each : pool.invokeAll(calls)) {
        assertThat(get(each)).as("handoffs with someone else's identity or store").isEmpty();
      }
    } finally {
      pool.shutdown();
      assertThat(pool.awaitTermination(Waiting.SECONDS, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(most.get()).isBetween(1, 4);
  }

  /**
   * Makes the calls and returns those of their handoffs that saw something else than the caller's.
   */
  private List<String> drive(
      String user, int calls, CyclicBarrier allSubmitted, AtomicInteger running, AtomicInteger most)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      String expected = user + " " + i;
      String seen =
          STORE.call(
              "" + i,
              () -> {
                var call =
                    executors
                        .four
                        .supplyAsync(() -> counted(running, most))
                        .thenApplyAsync(first -> first + "," + counted(running, most))
                        .thenApply(both -> both + "," + userAndStore());
                allSubmitted.await(Waiting.SECONDS, TimeUnit.SECONDS);
                return get(call);
              });
      if (!seen.equals(expected + "," + expected + "," + expected)) {
        wrong.add(expected + " saw " + seen);
      }
    }
    return wrong;
  }

  private static String counted(AtomicInteger running, AtomicInteger most) {
    most.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      return userAndStore();
    } finally {
      running.decrementAndGet();
    }
  }

  private static String userAndStore() {
    return Users.current() + " " + STORE.getStore();
  }
}
