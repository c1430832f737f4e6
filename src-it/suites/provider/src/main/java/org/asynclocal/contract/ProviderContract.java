package org.asynclocal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.contract.ContextType.Begun;
import org.asynclocal.contract.ContextType.Captured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The obligations of a provider to any runtime that calls it, on one thread and in any order. */
public abstract class ProviderContract {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("a");
  private final AsyncLocalStorage<String> other = AsyncLocalStorage.named("b");

  /** A new instance of our provider. */
  protected abstract ContextType provider();

  @AfterEach
  void leaveTheThreadAsItWas() {
    storage.disable();
    other.disable();
  }

  private Captured captured(String value) {
    return storage.call(value, () -> provider().current());
  }

  @Test
  void current_context_is_replayed_until_its_end() {
    Begun begun = captured("A").begin();
    assertThat(storage.getStore()).isEqualTo("A");
    begun.end();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_replay_replaces_what_the_thread_has() {
    Captured captured = captured("A");
    other.enterWith("worker's");
    Begun begun = captured.begin();
    assertThat(other.isBound()).isFalse();
    begun.end();
    assertThat(other.getStore()).isEqualTo("worker's");
  }

  @Test
  void cleared_context_hides_what_the_thread_has_until_its_end() {
    storage.enterWith("worker's");
    Begun begun = provider().cleared().begin();
    assertThat(storage.isBound()).isFalse();
    begun.end();
    assertThat(storage.getStore()).isEqualTo("worker's");
  }

  @Test
  void a_capture_of_nothing_clears() {
    Captured nothing = provider().current();
    storage.enterWith("worker's");
    Begun begun = nothing.begin();
    assertThat(storage.isBound()).isFalse();
    begun.end();
    assertThat(storage.getStore()).isEqualTo("worker's");
  }

  @Test
  void a_snapshot_is_never_null() {
    assertThat(provider().current().snapshot()).isNotNull();
    assertThat(provider().cleared().snapshot()).isNotNull();
    storage.enterWith("A");
    assertThat(provider().current().snapshot()).isNotNull();
  }

  @Test
  void what_is_entered_meanwhile_ends_with_the_context() {
    Begun begun = captured("A").begin();
    storage.enterWith("X");
    other.enterWith("Y");
    begun.end();
    assertThat(storage.isBound() || other.isBound()).isFalse();
  }

  @Test
  void contexts_begun_in_sequence_end_in_reverse_order() {
    Begun a1 = captured("A").begin();
    Begun b1 = captured("B").begin();
    Begun c1 = captured("C").begin();
    assertThat(storage.getStore()).isEqualTo("C");
    c1.end();
    assertThat(storage.getStore()).isEqualTo("B");
    b1.end();
    assertThat(storage.getStore()).isEqualTo("A");
    a1.end();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void snapshots_may_be_begun_again_while_they_are_in_force() {
    Captured b = captured("B");
    Captured c = captured("C");
    Begun a1 = captured("A").begin();
    Begun b1 = b.begin();
    Begun c1 = c.begin();
    c1.end();
    Begun b2 = b.begin();
    Begun c2 = c.begin();
    assertThat(storage.getStore()).isEqualTo("C");
    c2.end();
    assertThat(storage.getStore()).isEqualTo("B");
    b2.end();
    assertThat(storage.getStore()).isEqualTo("B");
    b1.end();
    assertThat(storage.getStore()).isEqualTo("A");
    a1.end();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void interleaved_contexts_stay_in_force_to_their_own_end_and_leave_nothing() {
    storage.enterWith("worker's");
    Begun first = captured("1").begin();
    Begun second = captured("2").begin();
    first.end();
    assertThat(storage.getStore()).isEqualTo("2");
    second.end();
    assertThat(storage.getStore()).isEqualTo("worker's");
  }

  @Test
  void contexts_ended_in_the_order_of_their_begin_leave_nothing() {
    storage.enterWith("worker's");
    List<Begun> begun = new ArrayList<>();
    for (String value : List.of("1", "2", "3", "4")) {
      begun.add(captured(value).begin());
    }
    begun.forEach(Begun::end);
    assertThat(storage.getStore()).isEqualTo("worker's");
  }

  @Test
  void snapshots_of_another_provider_instance_are_as_good() {
    Captured fromOne = captured("1");
    Captured fromAnother = captured("2");
    Begun outer = fromOne.begin();
    Begun cleared = provider().cleared().begin();
    Begun inner = fromAnother.begin();
    assertThat(storage.getStore()).isEqualTo("2");
    inner.end();
    cleared.end();
    assertThat(storage.getStore()).isEqualTo("1");
    outer.end();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_second_end_is_refused_and_changes_nothing() {
    Begun begun = captured("A").begin();
    begun.end();
    storage.enterWith("B");
    assertThatIllegalStateException().isThrownBy(begun::end);
    assertThat(storage.getStore()).isEqualTo("B");
  }

  @Test
  void a_second_end_while_another_context_is_in_force_is_refused_and_changes_nothing() {
    Begun first = captured("1").begin();
    Begun second = captured("2").begin();
    first.end();
    assertThatIllegalStateException().isThrownBy(first::end);
    assertThat(storage.getStore()).isEqualTo("2");
    second.end();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void an_end_on_another_thread_leaves_that_thread_alone() throws Exception {
    Begun begun = captured("A").begin();
    try (OwnThread elsewhere = new OwnThread()) {
      elsewhere.run(() -> storage.enterWith("worker's"));
      elsewhere.run(begun::end);
      assertThat(elsewhere.call(storage::getStore)).isEqualTo("worker's");
    }
    assertThat(storage.getStore()).isEqualTo("A");
    begun.end();
    assertThat(storage.isBound()).isFalse();
  }

  @Test
  void a_snapshot_is_in_force_on_several_threads_at_once() throws Exception {
    Captured captured = captured("A");
    CountDownLatch both = new CountDownLatch(2);
    try (OwnThread one = new OwnThread();
        OwnThread two = new OwnThread()) {
      Future<String> first = one.start(() -> seenWhileBothAre(both, captured));
      Future<String> second = two.start(() -> seenWhileBothAre(both, captured));
      assertThat(first.get(HandoffKind.DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo("A");
      assertThat(second.get(HandoffKind.DEADLINE_SECONDS, TimeUnit.SECONDS)).isEqualTo("A");
      assertThat(one.call(storage::isBound)).isFalse();
      assertThat(two.call(storage::isBound)).isFalse();
    }
  }

  private String seenWhileBothAre(CountDownLatch both, Captured captured) throws Exception {
    Begun begun = captured.begin();
    both.countDown();
    assertThat(both.await(HandoffKind.DEADLINE_SECONDS, TimeUnit.SECONDS)).isTrue();
    String seen = String.valueOf(storage.getStore());
    begun.end();
    return seen;
  }

  @Test
  void a_snapshot_that_is_serialized_is_read_back_as_one_of_nothing() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
      stream.writeObject(captured("A").snapshot());
    }
    Object read;
    try (ObjectInputStream stream =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      read = stream.readObject();
    }
    storage.run(
        "B",
        () -> {
          Begun begun = provider().readBack(read).begin();
          assertThat(storage.isBound()).isFalse();
          begun.end();
          assertThat(storage.getStore()).isEqualTo("B");
        });
  }
}
