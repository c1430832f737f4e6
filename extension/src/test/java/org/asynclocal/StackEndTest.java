package org.asynclocal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks that nest until the stack ends, each time after another number of frames. */
class StackEndTest {
  private static final int THREADS = 110;
  private static final int TRIES = 3;
  private static final int PHASES = 60;
  private static final long SMALL = 256 * 1024L;
  private static final long DEFAULT = 1024 * 1024L;

  private static final AsyncLocalStorage<Integer> STORAGE = AsyncLocalStorage.create();

  /** The depth at which blocks nest no further. */
  private static volatile int deepest;

  private static final Map<String, IntConsumer> BLOCKS =
      Map.of(
          "withScope", StackEndTest::scopes,
          "run", StackEndTest::runs,
          "call", StackEndTest::calls,
          "exit", StackEndTest::exits,
          "where", StackEndTest::several,
          "snapshot().run", StackEndTest::snapshots,
          "bindRunnable", StackEndTest::bound,
          "runInAsyncScope", StackEndTest::resources);

  static Stream<Arguments> blocks() {
    return BLOCKS.keySet().stream()
        .sorted()
        .flatMap(name -> Stream.of(Arguments.of(name, false), Arguments.of(name, true)));
  }

  @ParameterizedTest(name = "{0}, with a hook: {1}")
  @MethodSource("blocks")
  void a_thread_that_survives_the_end_of_its_stack_has_what_it_had(String name, boolean hook)
      throws InterruptedException {
    IntConsumer block = Objects.requireNonNull(BLOCKS.get(name));
    AtomicInteger overflows = new AtomicInteger();
    AtomicReference<@Nullable String> left = new AtomicReference<>();
    AsyncHook counting = AsyncHooks.createHook(new Counting());
    if (hook) {
      counting.enable();
    }
    try {
      deepest = 3; // so that all classes are there before the stack ends
      block.accept(1);
      deepest = Integer.MAX_VALUE;
      for (int i = 0; i < THREADS; i++) {
        int phase = i % PHASES;
        inThread(
            SMALL,
            () -> {
              for (int tried = 0; tried < TRIES; tried++) {
                overflow(phase, block, overflows);
                if (STORAGE.isBound() || AsyncHooks.executionAsyncId() > 1) {
                  left.set(STORAGE.getStore() + ", resource " + AsyncHooks.executionAsyncId());
                }
              }
            });
      }
    } finally {
      counting.disable();
    }

    assertThat(overflows).hasValue(THREADS * TRIES);
    assertThat(left).as("left on the thread").hasValue(null);
  }

  @ParameterizedTest(name = "with a hook: {0}")
  @ValueSource(booleans = {false, true})
  void a_default_stack_holds_1000_nested_resources(boolean hook) throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xint", // the size of compiled frames depends on what was compiled before
                "-cp",
                System.getProperty("java.class.path"),
                Nested.class.getName(),
                Boolean.toString(hook))
            .redirectErrorStream(true)
            .start();
    String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(output.strip()).isEqualTo("1000");
  }

  /** Nests resources on a stack of the default size, and prints how many it reached. */
  static final class Nested {
    private Nested() {}

    public static void main(String[] args) throws InterruptedException {
      if (Boolean.parseBoolean(args[0])) {
        AsyncHooks.createHook(new Counting()).enable();
      }
      AtomicInteger reached = new AtomicInteger();
      inThread(DEFAULT, () -> nested(1000, reached));
      System.out.println(reached);
    }
  }

  private static void nested(int levels, AtomicInteger reached) {
    if (levels > 0) {
      reached.incrementAndGet();
      new AsyncResource("NESTED").runInAsyncScope(() -> nested(levels - 1, reached));
    }
  }

  private static void overflow(int frames, IntConsumer block, AtomicInteger overflows) {
    try {
      below(frames, block);
    } catch (StackOverflowError | LinkageError expected) { // the JDK links lambdas at their use
      overflows.incrementAndGet();
    }
  }

  private static void below(int frames, IntConsumer block) {
    if (frames == 0) {
      block.accept(1);
    } else {
      below(frames - 1, block);
    }
  }

  private static void inThread(long stack, Runnable task) throws InterruptedException {
    Thread thread = new Thread(null, task, "stack", stack);
    thread.start();
    thread.join();
  }

  private static void scopes(int depth) {
    try (Scope scope = STORAGE.withScope(depth)) {
      if (scope != null && depth < deepest) {
        scopes(depth + 1);
      }
    }
  }

  private static void runs(int depth) {
    if (depth == deepest) {
      return;
    }
    STORAGE.run(depth, () -> runs(depth + 1));
  }

  private static void calls(int depth) {
    if (depth == deepest) {
      return;
    }
    int unused =
        STORAGE.call(
            depth,
            () -> {
              calls(depth + 1);
              return depth;
            });
  }

  private static void exits(int depth) {
    if (depth == deepest) {
      return;
    }
    STORAGE.exit(() -> exits(depth + 1));
  }

  private static void several(int depth) {
    if (depth == deepest) {
      return;
    }
    AsyncLocalStorage.where(STORAGE, depth).run(() -> several(depth + 1));
  }

  private static void snapshots(int depth) {
    if (depth == deepest) {
      return;
    }
    STORAGE.run(depth, () -> AsyncLocalStorage.snapshot().run(() -> snapshots(depth + 1)));
  }

  private static void bound(int depth) {
    if (depth == deepest) {
      return;
    }
    STORAGE.run(
        depth,
        () -> {
          Runnable task = AsyncLocalStorage.bindRunnable(() -> bound(depth + 1));
          STORAGE.exit(task::run);
        });
  }

  private static void resources(int depth) {
    if (depth == deepest) {
      return;
    }
    new AsyncResource("BLOCK").runInAsyncScope(() -> resources(depth + 1));
  }

  private static final class Counting implements HookListener {
    private final AtomicInteger events = new AtomicInteger();

    @Override
    public void before(long asyncId) {
      events.incrementAndGet();
    }

    @Override
    public void after(long asyncId) {
      events.incrementAndGet();
    }
  }
}
