package org.asynclocal.server.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The provider that stands for all others")
class CombinedProviderTest {
  private static final int TRIES = 10_000;
  private static final long SMALL_STACK = 180_000;

  private final List<String> events = new ArrayList<>();

  /** Every kind of Throwable that a provider can throw, a checked one included. */
  static Stream<Throwable> throwables() {
    return Stream.of(
        new IllegalStateException("expected by the test"),
        new AssertionError("expected by the test"),
        new StackOverflowError("expected by the test"),
        new IOException("expected by the test"));
  }

  @Test
  @DisplayName("begins the contexts in order and ends them in reverse")
  void order() {
    ThreadContextController controller =
        combined(provider("a"), provider("b"), provider("c")).begin();
    controller.endContext();

    assertThat(events).containsExactly("begin a", "begin b", "begin c", "end c", "end b", "end a");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("throwables")
  @DisplayName("ends what has begun when a provider throws in begin, whatever it throws")
  void failingBegin(Throwable failure) {
    ThreadContextSnapshot snapshot =
        combined(provider("a"), provider("b"), failing("c", failure, null), provider("d"));

    assertThat(catchThrowable(snapshot::begin)).isSameAs(failure);
    assertThat(events).containsExactly("begin a", "begin b", "end b", "end a");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("throwables")
  @DisplayName("ends all contexts when a provider throws in end, and throws the first failure")
  void failingEnd(Throwable failure) {
    ThreadContextController controller =
        combined(
                provider("a"),
                failing("b", null, new IllegalStateException("a later failure")),
                failing("c", null, failure))
            .begin();

    Throwable thrown = catchThrowable(controller::endContext);

    assertThat(events).containsExactly("begin a", "begin b", "begin c", "end a");
    assertThat(thrown == failure || thrown.getCause() == failure).isTrue();
    assertThat(failure.getSuppressed()).hasSize(1);
  }

  @Test
  @DisplayName("refuses a second end, as the specification asks")
  void secondEnd() {
    ThreadContextController controller = combined(provider("a")).begin();
    controller.endContext();

    assertThatThrownBy(controller::endContext).isInstanceOf(IllegalStateException.class);
    assertThat(events).containsExactly("begin a", "end a");
  }

  @Test
  @DisplayName("clears the contexts that are not propagated")
  void cleared() {
    ThreadContextProvider propagated = provider("propagated");
    ThreadContextProvider cleared = provider("cleared");
    new CombinedProvider(List.of(propagated, cleared), List.of(propagated), new StopGate())
        .currentContext(Map.of())
        .begin()
        .endContext();

    assertThat(events)
        .containsExactly(
            "begin propagated", "begin nothing of cleared", "end cleared", "end propagated");
  }

  @Test
  @DisplayName("leaves the thread as it was at each depth before a stack overflow")
  void stackOverflow() throws InterruptedException {
    AtomicInteger wrong = new AtomicInteger(-1);
    Thread small = new Thread(null, () -> wrong.set(overflow()), "small-stack", SMALL_STACK);
    small.start();
    small.join(60_000);

    assertThat(wrong).hasValue(0);
  }

  /** Returns how often something was left after a stack overflow. */
  private int overflow() {
    StringBuilder state = new StringBuilder();
    ThreadContextProvider[] providers = new ThreadContextProvider[5];
    for (int i = 0; i < providers.length; i++) {
      providers[i] = new Stateful(state, (char) ('a' + i));
    }
    ThreadContextSnapshot snapshot = combined(providers);
    int wrong = 0;
    for (int i = 0; i < TRIES; i++) {
      try {
        recurse(snapshot, i % 100);
      } catch (StackOverflowError expected) {
        wrong += state.length() == 0 ? 0 : 1;
        state.setLength(0);
      }
    }
    return wrong;
  }

  /** Begins and ends the context at each depth, with frames of another size at each try. */
  private static int recurse(ThreadContextSnapshot snapshot, int padding) {
    if (padding > 0) {
      return recurse(snapshot, padding - 1) + 1;
    }
    ThreadContextController controller = snapshot.begin();
    controller.endContext();
    return recurse(snapshot, 3) + 1;
  }

  private ThreadContextSnapshot combined(ThreadContextProvider... providers) {
    List<ThreadContextProvider> all = List.of(providers);
    return new CombinedProvider(all, all, new StopGate()).currentContext(Map.of());
  }

  private ThreadContextProvider provider(String name) {
    return failing(name, null, null);
  }

  private ThreadContextProvider failing(
      String name, @Nullable Throwable inBegin, @Nullable Throwable inEnd) {
    Supplier<ThreadContextController> begin =
        () -> {
          throwIfAny(inBegin);
          events.add("begin " + name);
          return () -> {
            throwIfAny(inEnd);
            events.add("end " + name.replace("nothing of ", ""));
          };
        };
    return new ThreadContextProvider() {
      @Override
      public ThreadContextSnapshot currentContext(Map<String, String> props) {
        return begin::get;
      }

      @Override
      public ThreadContextSnapshot clearedContext(Map<String, String> props) {
        return () -> {
          events.add("begin nothing of " + name);
          return () -> events.add("end " + name);
        };
      }

      @Override
      public String getThreadContextType() {
        return name;
      }
    };
  }

  private static void throwIfAny(@Nullable Throwable thrown) {
    if (thrown != null) {
      CombinedProviderTest.<RuntimeException>sneaky(thrown);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // throws a checked exception
  private static <X extends Throwable> void sneaky(Throwable thrown) throws X {
    throw (X) thrown;
  }

  /** Changes a state in several steps, between which an error would leave half. */
  private record Stateful(StringBuilder state, char mark) implements ThreadContextProvider {
    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> props) {
      return () -> {
        int before = state.length();
        state.append(mark);
        state.append(String.valueOf(mark).repeat(2));
        return () -> state.setLength(before);
      };
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> props) {
      return currentContext(props);
    }

    @Override
    public String getThreadContextType() {
      return String.valueOf(mark);
    }
  }
}
