package org.asynclocal.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.asynclocal.Reports;
import org.asynclocal.internal.binding.Garbage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName(
    "A hook that does wrong leaves the application's answers right, and is named: one that")
class FaultyHookTest {
  private final Reports reports = new Reports();

  @AfterEach
  void disableAll() {
    EnabledHooks.list().forEach(AsyncHook::disable);
    reports.close();
  }

  @Test
  @DisplayName("throws in every callback")
  void throwsEverywhere() throws Exception {
    AsyncHooks.createHook(new Throwing("thrower")).enable();
    CountDownLatch destroyed = new CountDownLatch(1);
    AsyncHooks.createHook(
            new HookListener() {
              @Override
              public void destroy(long asyncId) {
                destroyed.countDown();
              }
            })
        .enable();

    assertThat(answer()).isEqualTo("answer");

    assertThat(destroyed.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(reports.messages()).singleElement().asString().contains("ASYNCLOCAL-020", "thrower");
  }

  @Test
  @DisplayName("creates resources in its callbacks without end")
  void recurses() {
    AsyncHooks.createHook(
            new Named("recurser") {
              @Override
              public void before(long asyncId) {
                answer();
              }
            })
        .enable();

    assertThat(answer()).isEqualTo("answer");

    assertThat(reports.messages())
        .singleElement()
        .asString()
        .contains("ASYNCLOCAL-021", "recurser");
  }

  @Test
  @DisplayName("blocks in a callback: other threads go on, and that thread once it is let go")
  void blocks() throws Exception {
    CountDownLatch letGo = new CountDownLatch(1);
    Blocking blocking = new Blocking(letGo);
    new AsyncHook(blocking, true, TimeUnit.MILLISECONDS.toNanos(1)).enable();
    AsyncResource stuck = new AsyncResource("STUCK");
    blocking.victim = stuck.asyncId();
    CompletableFuture<String> late = new CompletableFuture<>();
    Thread thread = new Thread(() -> late.complete(stuck.callInAsyncScope(() -> "late answer")));
    thread.start();
    assertThat(blocking.reached.await(20, TimeUnit.SECONDS)).isTrue();

    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (reports.messages().isEmpty() && System.nanoTime() < deadline) {
      assertThat(answer()).isEqualTo("answer");
    }

    assertThat(late).isNotDone();
    assertThat(reports.messages()).singleElement().asString().contains("ASYNCLOCAL-160", "blocker");
    letGo.countDown();
    assertThat(late.get(20, TimeUnit.SECONDS)).isEqualTo("late answer");
    thread.join();
  }

  @Test
  @DisplayName("is enabled 1,000 times is told once of each event, and off when disabled once")
  void isEnabledOften() {
    Counting counting = new Counting();
    AsyncHook hook = AsyncHooks.createHook(counting);
    IntStream.range(0, 1_000).forEach(n -> hook.enable());

    assertThat(answer()).isEqualTo("answer");

    assertThat(counting.types).containsExactly("ANSWER");
    hook.disable();
    assertThat(answer()).isEqualTo("answer");
    assertThat(counting.types).hasSize(1);
    assertThat(reports.messages()).isEmpty();
  }

  @Test
  @DisplayName("throws and is one of 1,000 is named, and the 999 others are told")
  void isOneOfMany() {
    List<Counting> others = new ArrayList<>();
    for (int n = 0; n < 999; n++) {
      Counting counting = new Counting();
      others.add(counting);
      AsyncHooks.createHook(counting).enable();
    }
    AsyncHooks.createHook(new Throwing("needle")).enable();

    assertThat(answer()).isEqualTo("answer");

    assertThat(others).allMatch(counting -> counting.types.equals(List.of("ANSWER")));
    assertThat(reports.messages()).singleElement().asString().contains("needle");
  }

  @Test
  @DisplayName("is dropped without having been disabled is told as before, and named if it throws")
  void isDropped() {
    enableAndDrop();
    WeakReference<Object> collected = new WeakReference<>(new Object());
    assertThat(Garbage.eventually(() -> collected.get() == null)).isTrue();

    assertThat(answer()).isEqualTo("answer");

    assertThat(reports.messages()).singleElement().asString().contains("ASYNCLOCAL-020", "dropped");
  }

  private static void enableAndDrop() {
    AsyncHooks.createHook(new Throwing("dropped")).enable();
  }

  private static String answer() {
    AsyncResource resource = new AsyncResource("ANSWER");
    String answer = resource.callInAsyncScope(() -> "answer");
    resource.emitDestroy();
    return answer;
  }

  /** A listener that reports call by its name. */
  private static class Named implements HookListener {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }
  }

  private static final class Throwing extends Named {
    Throwing(String name) {
      super(name);
    }

    @Override
    public void init(long id, String type, long trigger, AsyncResource resource) {
      throw new IllegalStateException("init");
    }

    @Override
    public void before(long id) {
      throw new IllegalStateException("before");
    }

    @Override
    public void after(long id) {
      throw new AssertionError("after");
    }

    @Override
    public void destroy(long id) {
      throw new StackOverflowError("destroy");
    }
  }

  private static final class Blocking extends Named {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch letGo;
    private volatile long victim;

    Blocking(CountDownLatch letGo) {
      super("blocker");
      this.letGo = letGo;
    }

    @Override
    public void before(long id) {
      if (id == victim) {
        reached.countDown();
        await();
      }
    }

    private void await() {
      try {
        letGo.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class Counting implements HookListener {
    private final List<String> types = new ArrayList<>();

    @Override
    public void init(long id, String type, long trigger, AsyncResource resource) {
      types.add(type);
    }
  }
}
