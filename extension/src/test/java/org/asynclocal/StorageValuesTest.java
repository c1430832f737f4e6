package org.asynclocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Several storages bound at once")
class StorageValuesTest {
  private final AsyncLocalStorage<String> name = AsyncLocalStorage.create();
  private final AsyncLocalStorage<Integer> number = AsyncLocalStorage.create(0);
  private final StorageValues values = AsyncLocalStorage.where(name, "a").where(number, 1);

  @Test
  @DisplayName("have their values inside run and call, and what they had before afterwards")
  void runAndCall() {
    name.run(
        "outer",
        () -> {
          values.run(() -> assertThat(seen()).isEqualTo("a 1"));
          assertThat(values.<String, RuntimeException>call(this::seen)).isEqualTo("a 1");
          assertThat(seen()).isEqualTo("outer 0");
        });
  }

  @Test
  @DisplayName("have their values until the scope is closed")
  void scope() {
    try (Scope scope = values.withScope()) {
      assertThat(scope).isNotNull();
      assertThat(seen()).isEqualTo("a 1");
    }
    assertThat(seen()).isEqualTo("null 0");
  }

  @Test
  @DisplayName("take the value that was added last where a storage occurs twice")
  void lastWins() {
    values.where(name, "b").run(() -> assertThat(seen()).isEqualTo("b 1"));
  }

  @Test
  @DisplayName("are restored when the operation throws, and its checked exception is thrown")
  void exception() {
    IOException expected = new IOException("expected by the test");

    assertThatThrownBy(
            () ->
                values.run(
                    () -> {
                      throw expected;
                    }))
        .isSameAs(expected);
    assertThat(seen()).isEqualTo("null 0");
  }

  @Test
  @DisplayName("leave other storages as the operation leaves them")
  void others() {
    AsyncLocalStorage<String> other = AsyncLocalStorage.create();

    AsyncLocalStorage.snapshot()
        .run(
            () -> {
              values.run(() -> other.enterWith("entered"));
              assertThat(other.getStore()).isEqualTo("entered");
            });
  }

  private String seen() {
    return name.getStore() + " " + number.getStore();
  }
}
