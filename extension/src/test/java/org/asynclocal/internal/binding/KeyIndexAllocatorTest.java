package org.asynclocal.internal.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.Scope;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyIndexAllocatorTest {
  private static final int MANY = 1_000_000;

  /** So many indexes may be in use for keys that are garbage but not yet found to be. */
  private static final int SLACK = MANY / 4;

  /** Four bytes for each storage: one that leaves anything behind leaves more. */
  private static final long HEAP = 4L * MANY;

  private List<Key> held = List.of();

  @Test
  void keys_in_use_never_share_an_index() {
    held = IntStream.range(0, 10_000).mapToObj(i -> Key.create()).toList();
    Set<Integer> indexes = new HashSet<>();
    held.forEach(key -> indexes.add(key.index));
    assertThat(indexes).hasSize(held.size());
  }

  @Test
  void the_indexes_of_collected_keys_are_handed_out_again() {
    held = IntStream.range(0, 5_000).mapToObj(i -> Key.create()).toList();
    assertThat(KeyIndexAllocator.used()).isGreaterThanOrEqualTo(held.size());
    held = List.of();
    assertThat(Garbage.eventually(() -> KeyIndexAllocator.used() < 1_000)).isTrue();
    assertThat(Key.create().index).isLessThan(1_000);
  }

  @Test
  void a_key_that_only_a_frame_holds_keeps_its_index() {
    ContextFrame frame =
        ContextFrame.bind(ContextFrame.bind(null, Key.create(), "1"), Key.create(), "2");
    assertThat(
            IntStream.range(0, 10_000)
                .mapToObj(i -> Key.create())
                .map(k -> ContextFrame.get(frame, k)))
        .containsOnly(Bindings.ABSENT);
    assertThat(frame.size()).isEqualTo(2);
  }

  @Test
  void a_million_storages_made_used_and_dropped_cost_neither_heap_nor_indexes() {
    use(MANY / 10);
    int indexes = KeyIndexAllocator.used();
    long heap = Garbage.heapInUse();
    use(MANY);
    assertThat(Garbage.eventually(() -> KeyIndexAllocator.used() <= indexes))
        .as("indexes")
        .isTrue();
    assertThat(Garbage.eventually(() -> Garbage.heapInUse() < heap + HEAP)).as("heap").isTrue();
  }

  /** Makes storages and uses each in every way, while the indexes in use stay few. */
  private static void use(int count) {
    for (int i = 0; i < count; i++) {
      AsyncLocalStorage<Object> storage = AsyncLocalStorage.create();
      ContextSnapshot snapshot =
          storage.<ContextSnapshot, RuntimeException>call(
              i,
              () -> {
                storage.enterWith("entered");
                return AsyncLocalStorage.snapshot();
              });
      snapshot.run(() -> assertSeen(storage.getStore()));
      try (Scope scope = storage.withScope(snapshot)) {
        assertSeen(scope);
      }
      if (i % 3 == 0) {
        storage.disable();
      }
      if (i % 20_000 == 0) {
        assertThat(Garbage.eventually(() -> KeyIndexAllocator.used() < SLACK))
            .as("few in use")
            .isTrue();
      }
    }
  }

  private static void assertSeen(@Nullable Object value) {
    if (value == null) {
      throw new AssertionError("no value");
    }
  }
}
