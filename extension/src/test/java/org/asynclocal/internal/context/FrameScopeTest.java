package org.asynclocal.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.Reports;
import org.asynclocal.Scope;
import org.asynclocal.Threads;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.HookListener;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameScopeTest {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("a");
  private final AsyncLocalStorage<String> other = AsyncLocalStorage.named("b");

  private final Reports reports = new Reports();

  @AfterEach
  void leaveTheThreadAsItWas() {
    reports.close();
    storage.disable();
    other.disable();
    assertThat(CurrentContext.content()).as("what the thread holds at the root").isNull();
    assertThat(CurrentContext.open()).as("what is open there").isNull();
  }

  @Test
  void the_thread_holds_the_frame_until_it_is_put_back() {
    FrameScope replay = begin("A");
    assertThat(storage.getStore()).isEqualTo("A");
    replay.restore();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void nothing_that_was_entered_or_left_open_meanwhile_outlives_it() {
    other.enterWith("kept");
    FrameScope replay = begin("A");
    storage.enterWith("X");
    other.enterWith("Y");
    assertThat(storage.withScope("Z")).isNotNull();
    replay.restore();
    assertThat(storage.isBound()).isFalse();
    assertThat(other.getStore()).isEqualTo("kept");
  }

  @Test
  void a_replay_of_nothing_hides_everything() {
    storage.enterWith("A");
    FrameScope replay = FrameScope.ofNothing();
    assertThat(storage.isBound()).isFalse();
    replay.restore();
    assertThat(storage.getStore()).isEqualTo("A");
  }

  @Test
  void a_second_end_is_refused_and_changes_nothing() {
    FrameScope replay = begin("A");
    replay.restore();
    storage.enterWith("B");
    assertThatIllegalStateException()
        .isThrownBy(replay::restore)
        .withMessageStartingWith("ASYNCLOCAL-003");
    assertThat(storage.getStore()).isEqualTo("B");
  }

  @Test
  void a_replay_ended_before_an_inner_one_waits_for_it() {
    FrameScope outer = begin("1");
    FrameScope inner = begin("2");
    outer.restore();
    assertThat(storage.getStore()).isEqualTo("2");
    inner.restore();
    assertThat(storage.isBound()).isFalse();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void replays_and_scopes_ended_in_any_order_leave_what_was_there_before(long seed) {
    Random random = new Random(seed);
    storage.enterWith("before");
    List<Runnable> ends = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      if (random.nextBoolean()) {
        ends.add(begin("replay " + i)::restore);
      } else {
        Scope scope = (random.nextBoolean() ? storage : other).withScope("scope " + i);
        ends.add(scope::close);
      }
    }
    Collections.shuffle(ends, random);
    ends.forEach(Runnable::run);
    assertThat(storage.getStore()).isEqualTo("before");
    assertThat(other.isBound()).isFalse();
  }

  @Test
  void a_replay_ended_on_another_thread_leaves_that_thread_alone_and_can_still_end()
      throws Exception {
    FrameScope replay = begin("here");
    String there =
        Threads.onNewThread(
            () ->
                storage.call(
                    "there",
                    () -> {
                      replay.restore();
                      return "" + storage.getStore();
                    }));
    assertThat(there).isEqualTo("there");
    assertThat(storage.getStore()).isEqualTo("here");
    assertThat(reports.messages()).singleElement(STRING).startsWith("ASYNCLOCAL-004");
    replay.restore();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_replay_that_is_never_ended_is_gone_after_the_surrounding_replay() {
    storage.enterWith("worker");
    ContextFrame.capture().run(() -> assertThat(begin("forgotten")).isNotNull());
    assertThat(storage.getStore()).isEqualTo("worker");
  }

  @Test
  void a_replay_that_is_never_ended_is_gone_after_the_surrounding_run() {
    storage.enterWith("worker");
    storage.run("task", () -> assertThat(begin("forgotten")).isNotNull());
    assertThat(storage.getStore()).isEqualTo("worker");
    other.run("task", () -> assertThat(begin("forgotten")).isNotNull());
    assertThat(storage.getStore()).isEqualTo("worker");
  }

  @Test
  void the_end_of_a_replay_of_nothing_does_not_wait_for_one_that_was_never_ended() {
    storage.enterWith("before");
    FrameScope request = FrameScope.ofNothing();
    FrameScope forgotten = begin("forgotten");
    request.restore();
    assertThat(storage.getStore()).isEqualTo("before");
    forgotten.restore();
    assertThat(storage.getStore()).isEqualTo("before");
  }

  @Test
  void a_request_that_ends_inside_a_run_takes_along_what_was_open_in_it_and_nothing_around_it() {
    FrameScope task = begin("task");
    FrameScope request = FrameScope.ofNothing();
    Scope inRequest = storage.withScope("request");
    other.run(
        "run",
        () -> {
          request.restore();
          assertThat(storage.getStore()).isEqualTo("task");
        });
    assertThat(storage.getStore()).as("the task goes on").isEqualTo("task");
    assertThat(other.isBound()).isFalse();
    inRequest.close();
    assertThat(storage.getStore()).isEqualTo("task");
    task.restore();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_run_ends_a_forgotten_replay_and_what_was_closed_or_left_open_around_it() {
    other.run(
        "task",
        () -> {
          Scope waiting = storage.withScope("scope");
          assertThat(begin("forgotten")).isNotNull();
          waiting.close();
          assertThat(storage.withScope("left open")).isNotNull();
        });
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_run_inside_a_replay_leaves_that_in_force() {
    FrameScope replay = begin("A");
    other.run("2", () -> assertThat(storage.withScope("left open")).isNotNull());
    storage.run("B", () -> assertThat(storage.withScope("left open")).isNotNull());
    assertThat(storage.getStore()).isEqualTo("left open");
    replay.restore();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void hooks_are_told_of_the_end_of_a_forgotten_replay_when_what_surrounds_it_ends() {
    List<String> events = new ArrayList<>();
    AsyncHook hook =
        AsyncHooks.createHook(
                new HookListener() {
                  @Override
                  public void before(long asyncId) {
                    events.add("before " + (asyncId == AsyncHooks.executionAsyncId()));
                  }

                  @Override
                  public void after(long asyncId) {
                    events.add("after " + (asyncId == AsyncHooks.executionAsyncId()));
                  }
                })
            .enable();
    try {
      ThreadContextSnapshot task = new AsyncLocalContextProvider().currentContext(Map.of());
      storage.run("request", () -> assertThat(task.begin()).isNotNull());
      AsyncLocalStorage.snapshot().run(() -> assertThat(task.begin()).isNotNull());
    } finally {
      hook.disable();
    }
    assertThat(events)
        .containsSubsequence("before true", "after true", "before true", "after true");
    assertThat(AsyncHooks.executionAsyncId()).isZero();
  }

  private FrameScope begin(String value) {
    return new Begun(storage.<ContextFrame, RuntimeException>call(value, ContextFrame::capture));
  }

  private static final class Begun extends FrameScope {
    Begun(ContextFrame frame) {
      super(frame, null);
    }
  }
}
