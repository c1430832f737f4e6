package org.asynclocal.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random flows against the model, many at once over shared workers. Each run takes new seeds; a
 * failure names its own, to be repeated with {@code -Dasynclocal.seed=}.
 */
class RandomFlowTest {
  private static final int FLOWS = 500;
  private static final int AT_ONCE = 8;

  /** The kinds of threads that this JDK has. */
  static Stream<ThreadFactory> threads() throws ReflectiveOperationException {
    Stream<ThreadFactory> platform = Stream.of(Thread::new);
    if (Runtime.version().feature() < 21) {
      return platform;
    }
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    Method factory = Class.forName("java.lang.Thread$Builder").getMethod("factory");
    return Stream.concat(platform, Stream.of((ThreadFactory) factory.invoke(builder)));
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("threads")
  void random_flows_go_as_modelled(ThreadFactory threads) throws Exception {
    Long repeated = Long.getLong("asynclocal.seed");
    long first = new Random().nextLong();
    ExecutorService workers = Executors.newCachedThreadPool(threads);
    ExecutorService flows = Executors.newFixedThreadPool(AT_ONCE, threads);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < (repeated == null ? FLOWS : 1); i++) {
        long seed = repeated == null ? first + i : repeated;
        Callable<Integer> flow = () -> flow(seed, workers, threads);
        results.add(flows.submit(flow));
      }
      long steps = 0;
      for (Future<Integer> result : results) {
        steps += result.get(60, TimeUnit.SECONDS);
      }
      Figures.report(
          "random flows: %d, operations: %d, first seed %d", results.size(), steps, first);
      assertThat(steps).isPositive();
    } finally {
      flows.shutdownNow();
      workers.shutdownNow();
    }
  }

  private static int flow(long seed, ExecutorService workers, ThreadFactory threads) {
    try {
      return new RandomFlow(seed, workers, threads).flow();
    } catch (Exception | AssertionError e) {
      throw new AssertionError("to be repeated with -Dasynclocal.seed=" + seed, e);
    }
  }
}
