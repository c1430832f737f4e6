package org.asynclocal.internal.binding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.context.CurrentContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The storages of a name")
class KeyRegistryTest {

  @Test
  @DisplayName("are searched in the order of their creation for one that a frame binds")
  void found() {
    AsyncLocalStorage<String> one = AsyncLocalStorage.named("named-keys");
    AsyncLocalStorage<String> two = AsyncLocalStorage.named("named-keys");

    assertThat(two.<Object, RuntimeException>call("2", KeyRegistryTest::value)).isEqualTo("2");
    assertThat(one.<Object, RuntimeException>call("1", () -> two.call("2", KeyRegistryTest::value)))
        .isEqualTo("1");
    assertThat(value()).isEqualTo(Bindings.ABSENT);
  }

  @Test
  @DisplayName("are forgotten with the storages")
  void forgotten() {
    List<AsyncLocalStorage<String>> kept = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      kept.add(AsyncLocalStorage.named("named-keys-dropped"));
    }
    assertThat(KeyRegistry.count("named-keys-dropped")).isEqualTo(kept.size());
    kept.clear();

    assertThat(Garbage.eventually(KeyRegistryTest::noneIsLeft)).isTrue();
  }

  /** Those that were dropped are noticed when another storage is made. */
  private static boolean noneIsLeft() {
    assertThat(AsyncLocalStorage.named("named-keys-other")).isNotNull();
    return KeyRegistry.count("named-keys-dropped") == 0;
  }

  private static Object value() {
    return requireNonNull(ContextFrame.get(CurrentContext.current(), "named-keys"));
  }
}
