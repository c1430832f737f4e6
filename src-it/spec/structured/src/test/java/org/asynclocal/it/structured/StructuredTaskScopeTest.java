package org.asynclocal.it.structured;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.asynclocal.AsyncLocalStorage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A StructuredTaskScope with a snapshot's thread factory")
class StructuredTaskScopeTest {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("structured");
  private static final int TASKS = 1000;

  @Test
  @DisplayName("gives each subtask, on its virtual thread, the values of the snapshot")
  void values() throws Exception {
    assertThat(STORE.call("a", () -> all(snapshotFactory(), StructuredTaskScopeTest::read)))
        .hasSize(TASKS)
        .containsOnly("a true");
    assertThat(STORE.isBound()).isFalse();
  }

  @Test
  @DisplayName("keeps what a subtask enters in that subtask")
  void entered() throws Exception {
    List<String> seen =
        STORE.call(
            "a",
            () ->
                all(
                    snapshotFactory(),
                    () -> {
                      String before = String.valueOf(STORE.getStore());
                      STORE.enterWith(Thread.currentThread().threadId() + "");
                      return before;
                    }));

    assertThat(seen).containsOnly("a");
  }

  @Test
  @DisplayName("gives nothing with a factory of virtual threads alone")
  void plainFactory() throws Exception {
    assertThat(
            STORE.call("a", () -> all(Thread.ofVirtual().factory(), StructuredTaskScopeTest::read)))
        .containsOnly("null true");
  }

  @Test
  @DisplayName("pins no carrier thread, also where subtasks wait for each other inside run")
  void pinning(@TempDir Path folder) throws Exception {
    CyclicBarrier met = new CyclicBarrier(TASKS);

    assertThat(
            pinned(
                folder,
                () ->
                    STORE.call(
                        "a",
                        () -> all(snapshotFactory(), () -> STORE.call("b", () -> waited(met))))))
        .isEmpty();
  }

  @Test
  @DisplayName("would be seen to pin one: a subtask that waits in a static initializer does")
  void seenPinning(@TempDir Path folder) throws Exception {
    assertThat(pinned(folder, () -> all(snapshotFactory(), () -> Waiting.DONE))).isNotEmpty();
  }

  private static List<RecordedEvent> pinned(Path folder, Callable<?> work) throws Exception {
    Path file = folder.resolve("pinned.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withoutThreshold();
      recording.start();
      work.call();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file);
  }

  /** Its initializer runs as a native frame's callee, which keeps the carrier thread. */
  private static final class Waiting {
    static final String DONE = waited();

    private static String waited() {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      return "done";
    }
  }

  private static ThreadFactory snapshotFactory() {
    return AsyncLocalStorage.snapshot().bindThreadFactory(Thread.ofVirtual().factory());
  }

  private static String waited(CyclicBarrier met) throws Exception {
    met.await(60, TimeUnit.SECONDS);
    return read();
  }

  private static String read() {
    return STORE.getStore() + " " + Thread.currentThread().isVirtual();
  }

  private static List<String> all(ThreadFactory factory, Callable<String> task) throws Exception {
    try (var scope =
        StructuredTaskScope.open(
            Joiner.<String>allSuccessfulOrThrow(), config -> config.withThreadFactory(factory))) {
      for (int i = 0; i < TASKS; i++) {
        scope.fork(task);
      }
      List<String> results = new ArrayList<>();
      scope.join().map(Subtask::get).forEach(results::add);
      return results;
    }
  }
}
