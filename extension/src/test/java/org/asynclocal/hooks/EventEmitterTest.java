package org.asynclocal.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An event emitter")
class EventEmitterTest {
  private final EventEmitter<String> emitter = new EventEmitter<>();
  private final List<String> calls = new ArrayList<>();

  private Consumer<String> listener(String name) {
    return payload -> calls.add(name + " " + payload);
  }

  @Test
  @DisplayName("calls listeners in the order of registration, those that were prepended first")
  void order() {
    emitter.on("e", listener("a")).on("e", listener("b")).prependListener("e", listener("first"));

    assertThat(emitter.emit("e", "1")).isTrue();
    assertThat(calls).containsExactly("first 1", "a 1", "b 1");
    assertThat(emitter.emit("other", "1")).isFalse();
  }

  @Test
  @DisplayName("calls a listener of once only once, even where it emits the event itself")
  void once() {
    emitter.once(
        "e",
        payload -> {
          calls.add("once " + payload);
          emitter.emit("e", "again");
        });
    emitter.prependOnceListener("e", listener("first"));

    assertThat(emitter.emit("e", "1")).isTrue();
    assertThat(calls).containsExactly("first 1", "once 1");
    assertThat(emitter.emit("e", "2")).isFalse();
  }

  @Test
  @DisplayName("calls the listeners that were registered when the emission began")
  void duringEmission() {
    Consumer<String> last = listener("last");
    emitter.on(
        "e",
        payload -> {
          calls.add("first " + payload);
          emitter.off("e", last);
          emitter.on("e", listener("added"));
        });
    emitter.on("e", last);

    emitter.emit("e", "1");

    assertThat(calls).containsExactly("first 1", "last 1");
  }

  @Test
  @DisplayName("removes the registration added last, of a listener that was added twice")
  void off() {
    Consumer<String> twice = listener("twice");
    emitter.on("e", twice).on("e", listener("between")).on("e", twice);

    emitter.off("e", twice).emit("e", "1");

    assertThat(calls).containsExactly("twice 1", "between 1");
    assertThat(emitter.off("e", listener("unknown")).listenerCount("e")).isEqualTo(2);
  }

  @Test
  @DisplayName("counts listeners and names the events that have some")
  void countsAndNames() {
    emitter.on("b", listener("1")).on("a", listener("2")).on("b", listener("3"));

    assertThat(emitter.listenerCount("b")).isEqualTo(2);
    assertThat(emitter.listenerCount("c")).isZero();
    assertThat(emitter.eventNames()).containsExactly("b", "a");

    emitter.removeAllListeners("b");
    assertThat(emitter.eventNames()).containsExactly("a");
    emitter.removeAllListeners();
    assertThat(emitter.eventNames()).isEmpty();
  }
}
