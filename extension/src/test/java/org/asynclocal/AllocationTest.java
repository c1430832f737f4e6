package org.asynclocal;

import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that an operation allocates once it is compiled, with few and with many storages bound. */
class AllocationTest {
  private static final int BATCH = 20_000;

  /** The bytes that the JVM itself may allocate on the thread in one batch. */
  private static final int NOISE = 1024;

  private static final Duration COMPILED_BY_THEN = Duration.ofSeconds(60);

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final AsyncLocalStorage<String> STORAGE = AsyncLocalStorage.create();
  private @Nullable Object kept;

  @DisplayName("getStore allocates nothing")
  @ParameterizedTest(name = "{0} bound")
  @ValueSource(ints = {1, 1000})
  void get_store(int bound) {
    assertAllocates(0, bound, () -> kept = STORAGE.getStore());
  }

  @DisplayName("run allocates one frame, also where the storage is bound beneath others")
  @ParameterizedTest(name = "{0} bound")
  @ValueSource(ints = {1, 10, 1000})
  void run(int bound) {
    assertAllocates(32, bound, () -> STORAGE.run("inner", AllocationTest::task));
  }

  @DisplayName("capture allocates nothing")
  @ParameterizedTest(name = "{0} bound")
  @ValueSource(ints = {1, 1000})
  void capture(int bound) {
    assertAllocates(0, bound, () -> kept = AsyncLocalStorage.snapshot());
  }

  @DisplayName("a bound task is one object, and running it allocates nothing")
  @ParameterizedTest(name = "{0} bound")
  @ValueSource(ints = {1, 1000})
  void bound_task(int bound) {
    assertAllocates(
        24,
        bound,
        () -> {
          Runnable wrapped = AsyncLocalStorage.bindRunnable(AllocationTest::task);
          kept = wrapped;
          wrapped.run();
        });
  }

  @DisplayName("a provider's capture allocates nothing, its begin one controller")
  @ParameterizedTest(name = "{0} bound")
  @ValueSource(ints = {1, 1000})
  void provider(int bound) {
    ThreadContextProvider provider = new AsyncLocalContextProvider();
    assertAllocates(
        24,
        bound,
        () -> {
          ThreadContextSnapshot snapshot = provider.currentContext(Map.of());
          snapshot.begin().endContext();
        });
  }

  private static void task() {}

  private static void assertAllocates(int bytes, int bound, Runnable operation) {
    List<AsyncLocalStorage<String>> others =
        IntStream.range(1, bound).mapToObj(i -> AsyncLocalStorage.<String>create()).toList();
    AsyncLocalStorage.snapshot()
        .run(
            () -> {
              STORAGE.enterWith("outer");
              others.forEach(other -> other.enterWith("other"));
              assertAllocates(bytes, operation);
            });
  }

  /** The compiler takes its time, and one batch that it compiled is enough to show the bound. */
  private static void assertAllocates(int bytes, Runnable operation) {
    long deadline = System.nanoTime() + COMPILED_BY_THEN.toNanos();
    long least;
    do {
      least = allocatedByBatch(operation);
      if (least <= (long) bytes * BATCH + NOISE) {
        return;
      }
    } while (System.nanoTime() < deadline);
    fail("%s bytes an operation, not %s", least / (double) BATCH, bytes);
  }

  private static long allocatedByBatch(Runnable operation) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < BATCH; i++) {
      operation.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
