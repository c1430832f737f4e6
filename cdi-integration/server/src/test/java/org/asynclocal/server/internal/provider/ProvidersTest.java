package org.asynclocal.server.internal.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.context.SmallRyeContextManager;
import io.smallrye.context.impl.DefaultValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The providers of an application")
class ProvidersTest {
  private final List<String> record = RecordingProvider.record();

  @Test
  @DisplayName("begin in the order of the list and end in reverse, twenty of them too")
  void order() {
    List<ThreadContextProvider> providers = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      types.add("type " + i);
      providers.add(new RankedProvider(i, new RecordingProvider("type " + i, record)));
    }
    List<ThreadContextProvider> shuffled = new ArrayList<>(providers);
    Collections.shuffle(shuffled);
    Runnable task = contextual(shuffled.toArray(ThreadContextProvider[]::new));
    record.clear();
    task.run();
    List<String> expected = new ArrayList<>();
    types.forEach(type -> expected.add("begin " + type));
    expected.add("task");
    Collections.reverse(types);
    types.forEach(type -> expected.add("end " + type));
    assertThat(record).containsExactlyElementsOf(expected);
  }

  @Test
  @DisplayName("end all and run the task when the one in the middle fails in begin")
  void failingBegin() {
    contextual(first(), middle("begin"), last()).run();
    assertThat(record)
        .containsExactly(
            "capture first",
            "capture middle",
            "capture last",
            "begin first",
            "begin last",
            "task",
            "end last",
            "end first");
  }

  @Test
  @DisplayName("end all others when one fails in end")
  void failingEnd() {
    contextual(first(), middle("end"), last()).run();
    assertThat(record).endsWith("task", "end last", "end first");
  }

  @Test
  @DisplayName("are captured and begun without the one that fails in capture")
  void failingCapture() {
    contextual(first(), middle("capture"), last()).run();
    assertThat(record)
        .containsExactly(
            "capture first",
            "capture last",
            "begin first",
            "begin last",
            "task",
            "end last",
            "end first");
  }

  @Test
  @DisplayName("may give no snapshot")
  void noSnapshot() {
    ThreadContextProvider none =
        new RecordingProvider("none", record) {
          @Override
          public @Nullable ThreadContextSnapshot currentContext(Map<String, String> props) {
            return null;
          }
        };
    contextual(new TolerantProvider(none)).run();
    assertThat(record).containsExactly("task");
  }

  @Test
  @DisplayName("refuse a second end of one context")
  void secondEnd() {
    ThreadContextSnapshot snapshot = first().currentContext(Map.of());
    var controller = snapshot.begin();
    controller.endContext();
    assertThatThrownBy(controller::endContext).isInstanceOf(IllegalStateException.class);
    assertThat(record).containsExactly("capture first", "begin first", "end first");
  }

  @Test
  @DisplayName("are one for each type: a second of ours is refused and names both")
  void twoOfOneType() {
    Providers providers = new Providers(java.util.Set.of(), new StopGate()).storages();
    assertThatThrownBy(providers::storages)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ASYNCLOCAL-101")
        .hasMessageContaining("AsyncLocalStorage");
  }

  @Test
  @DisplayName("are without ours of a type that the application excludes")
  void excluded() {
    Providers providers =
        new Providers(java.util.Set.of("AsyncLocalStorage"), new StopGate()).storages();
    assertThat(providers.list()).isEmpty();
  }

  private ThreadContextProvider first() {
    return new TolerantProvider(new RecordingProvider("first", record));
  }

  private ThreadContextProvider middle(String failing) {
    return new TolerantProvider(new RecordingProvider("middle", record, failing));
  }

  private ThreadContextProvider last() {
    return new TolerantProvider(new RecordingProvider("last", record));
  }

  /** A task that records itself, under a context that propagates all. */
  private Runnable contextual(ThreadContextProvider... providers) {
    AtomicReference<Integer> rank = new AtomicReference<>(0);
    ThreadContextProvider[] ranked =
        Arrays.stream(providers)
            .map(p -> p instanceof RankedProvider ? p : ranked(rank, p))
            .toArray(ThreadContextProvider[]::new);
    return new SmallRyeContextManager.Builder()
        .withThreadContextProviders(ranked)
        .withDefaultValues(DefaultValues.empty())
        .build()
        .newThreadContextBuilder()
        .propagated(ThreadContext.ALL_REMAINING)
        .build()
        .contextualRunnable(() -> record.add("task"));
  }

  private static ThreadContextProvider ranked(
      AtomicReference<Integer> rank, ThreadContextProvider provider) {
    return new RankedProvider(rank.getAndUpdate(r -> r + 1), provider);
  }
}
