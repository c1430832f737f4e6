package org.asynclocal.internal.binding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {1, 63, 64, 65, 1000, 4096, 4097, 40_000})
  void holds_every_key_of_a_dense_range(int count) {
    List<Key> keys = IntStream.range(0, count).mapToObj(Key::new).toList();
    Object table = filled(keys);
    assertThat(Bindings.size(table)).isEqualTo(count);
    assertThat(keys).allSatisfy(key -> assertThat(Bindings.get(table, key)).isEqualTo(key.index));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {63, 64, 4095, 4096, 262_143, 262_144, 1_000_000, Integer.MAX_VALUE})
  void finds_a_lone_key_far_out_and_nothing_beside_it(int index) {
    Key key = new Key(index);
    Object table = Bindings.with(null, key, "far");
    assertThat(Bindings.get(table, key)).isEqualTo("far");
    assertThat(Bindings.get(table, new Key(index)))
        .as("another key, the same index")
        .isSameAs(Bindings.ABSENT);
    assertThat(Bindings.get(table, new Key(index - 1))).isSameAs(Bindings.ABSENT);
    assertThat(Bindings.get(table, new Key(0))).isSameAs(Bindings.ABSENT);
    assertThat(Bindings.without(table, key)).isNull();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {0, 5, 63, 64, 4096, 1_000_000, Integer.MAX_VALUE})
  void does_not_find_a_key_beyond_its_range(int beyond) {
    assertThat(Bindings.get(Bindings.with(null, new Key(3), "near"), new Key(beyond)))
        .isSameAs(Bindings.ABSENT);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {65, 1000, 4097})
  void says_the_same_however_often_it_is_asked(int count) {
    List<Key> keys = IntStream.range(0, count).mapToObj(Key::new).toList();
    Object table = filled(keys);
    Object larger = Bindings.with(table, new Key(count), "later");
    for (int time = 0; time < 3; time++) {
      assertThat(keys).allSatisfy(key -> assertThat(Bindings.get(table, key)).isEqualTo(key.index));
      assertThat(keys)
          .allSatisfy(
              key -> assertThat(Bindings.get(table, new Key(key.index))).isSameAs(Bindings.ABSENT));
      assertThat(Bindings.get(table, new Key(count))).isSameAs(Bindings.ABSENT);
      assertThat(Bindings.get(table, new Key(1_000_000))).isSameAs(Bindings.ABSENT);
      assertThat(keys)
          .allSatisfy(key -> assertThat(Bindings.get(larger, key)).isEqualTo(key.index));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agrees_with_a_hash_map_over_random_changes_and_older_tables_stay_as_they_were(long seed) {
    Random random = new Random(seed);
    List<Key> keys =
        new ArrayList<>(random.ints(200, 0, 1 << 18).distinct().mapToObj(Key::new).toList());
    Map<Key, @Nullable Object> model = new HashMap<>();
    Object table = null;
    for (int step = 0; step < 2000; step++) {
      Object before = table;
      Map<Key, @Nullable Object> modelBefore = new HashMap<>(model);
      Key key = keys.get(random.nextInt(keys.size()));
      if (table != null && Bindings.has(table, key) && random.nextBoolean()) {
        table = Bindings.without(table, key);
        model.remove(key);
      } else {
        Object value = random.nextInt(10) == 0 ? null : step;
        table = Bindings.with(table, key, value);
        model.put(key, value);
      }
      assertSame(before, modelBefore, keys);
      assertSame(table, model, keys);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(ints = {1, 64, 65, 2000})
  void is_gone_when_its_last_key_is_removed_in_any_order(int count) {
    List<Key> keys =
        new ArrayList<>(IntStream.range(0, count).mapToObj(i -> new Key(i * 7)).toList());
    Object table = filled(keys);
    Collections.shuffle(keys, new Random(count));
    Key last = keys.remove(count - 1);
    for (Key key : keys) {
      table = requireNonNull(Bindings.without(table, key));
    }
    assertThat(Bindings.get(table, last)).isEqualTo(last.index);
    assertThat(Bindings.without(table, last)).isNull();
  }

  private static Object filled(List<Key> keys) {
    Object table = Bindings.with(null, keys.get(0), keys.get(0).index);
    for (Key key : keys.subList(1, keys.size())) {
      table = Bindings.with(table, key, key.index);
    }
    return table;
  }

  private static void assertSame(
      @Nullable Object table, Map<Key, @Nullable Object> model, List<Key> keys) {
    assertThat(Bindings.size(table)).isEqualTo(model.size());
    for (Key key : keys) {
      Object expected = model.containsKey(key) ? model.get(key) : Bindings.ABSENT;
      Object actual = Bindings.get(table, key);
      if (!Objects.equals(actual, expected)) {
        fail("%s, not %s", actual, expected);
      }
    }
  }
}
