package org.asynclocal.internal.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.asynclocal.internal.binding.Bindings;
import org.asynclocal.internal.binding.Key;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextFrameTest {

  @Test
  void no_frame_has_no_binding() {
    assertThat(ContextFrame.get(null, Key.create())).isSameAs(Bindings.ABSENT);
  }

  @Test
  void a_binding_to_null_is_a_binding() {
    Key key = Key.create();
    assertThat(ContextFrame.get(ContextFrame.bind(null, key, null), key)).isNull();
  }

  @Test
  void a_frame_without_its_last_binding_is_no_frame() {
    Key first = Key.create();
    Key second = Key.create();
    ContextFrame one = ContextFrame.bind(null, first, "1");
    ContextFrame two = ContextFrame.bind(one, second, "2");
    assertThat(ContextFrame.unbind(one, first)).isNull();
    assertThat(ContextFrame.unbind(ContextFrame.unbind(two, first), second)).isNull();
    assertThat(ContextFrame.unbind(ContextFrame.unbind(two, second), first)).isNull();
  }

  @Test
  void unbinding_what_is_not_bound_is_the_same_frame() {
    ContextFrame frame = ContextFrame.bind(null, Key.create(), "1");
    assertThat(ContextFrame.unbind(frame, Key.create())).isSameAs(frame);
    assertThat(ContextFrame.unbind(null, Key.create())).isNull();
  }

  @Test
  void a_capture_on_a_thread_without_bindings_is_the_empty_frame() {
    assertThat(ContextFrame.capture()).isSameAs(ContextFrame.empty());
    assertThat(ContextFrame.empty().size()).isZero();
    assertThat(ContextFrame.onThread(ContextFrame.empty(), false)).isNull();
  }

  @Test
  void a_frame_says_how_many_storages_it_binds_and_none_of_their_values() {
    ContextFrame frame =
        ContextFrame.bind(ContextFrame.bind(null, Key.create(), "secret"), Key.create(), "secret");
    assertThat(frame.size()).isEqualTo(2);
    assertThat(frame).hasToString("ContextSnapshot[2 bound]");
  }

  @Test
  void frames_inside_one_another_agree_whichever_key_each_binds() {
    List<Key> keys = IntStream.range(0, 40).mapToObj(i -> Key.create()).toList();
    ContextFrame outer = null;
    for (Key key : keys.subList(0, 38)) {
      outer = ContextFrame.bind(outer, key, "outer");
    }
    for (int index : new int[] {3, 3, 39, 38, 39, 37, 3, 35, 3}) {
      Key key = keys.get(index);
      ContextFrame inner = ContextFrame.bind(outer, key, "inner");
      assertThat(inner.size()).isEqualTo(index < 38 ? 38 : 39);
      for (Key other : keys) {
        Object expected = other == key ? "inner" : ContextFrame.get(outer, other);
        assertThat(ContextFrame.get(inner, other)).isEqualTo(expected);
      }
      assertThat(ContextFrame.get(ContextFrame.unbind(inner, key), key)).isSameAs(Bindings.ABSENT);
    }
  }

  @Test
  void who_finds_a_key_newest_has_its_value() {
    Key key = Key.create();
    ContextFrame exited =
        ContextFrame.bind(ContextFrame.bind(null, key, "1"), key, Bindings.EXITED);
    assertThat(exited.isNewest(key)).isFalse();
    assertThat(ContextFrame.get(exited, key)).isSameAs(Bindings.EXITED);
    ContextFrame again = ContextFrame.bind(exited, key, "2");
    assertThat(again.isNewest(key)).isTrue();
    assertThat(again.newest()).isEqualTo("2");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15, 16})
  void agrees_with_a_hash_map_over_random_changes_and_older_frames_stay_as_they_were(long seed) {
    Random random = new Random(seed);
    List<Key> keys = IntStream.range(0, 60).mapToObj(i -> new Key(i * i)).toList();
    Map<Key, @Nullable Object> model = new HashMap<>();
    ContextFrame frame = null;
    for (int step = 0; step < 3000; step++) {
      ContextFrame before = frame;
      Map<Key, @Nullable Object> modelBefore = new HashMap<>(model);
      Key key = keys.get(random.nextInt(keys.size()));
      if (random.nextInt(3) == 0) {
        frame = ContextFrame.unbind(frame, key);
        model.remove(key);
      } else {
        Object value = random.nextInt(10) == 0 ? null : step;
        frame = ContextFrame.bind(frame, key, value);
        model.put(key, value);
      }
      assertAgrees(before, modelBefore, keys);
      assertAgrees(frame, model, keys);
    }
  }

  private static void assertAgrees(
      @Nullable ContextFrame frame, Map<Key, @Nullable Object> model, List<Key> keys) {
    assertThat(frame == null ? 0 : frame.size()).isEqualTo(model.size());
    for (Key key : keys) {
      Object expected = model.containsKey(key) ? model.get(key) : Bindings.ABSENT;
      Object actual = ContextFrame.get(frame, key);
      if (!Objects.equals(actual, expected)) {
        fail("%s, not %s", actual, expected);
      }
    }
  }
}
