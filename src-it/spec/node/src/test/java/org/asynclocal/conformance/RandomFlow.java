package org.asynclocal.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.Scope;
import org.jspecify.annotations.Nullable;

/** A random flow of work, done with the library and with the model at once. */
final class RandomFlow {
  private static final int STORAGES = 5;
  private static final int DEEPEST = 6;
  private static final int OPERATIONS = 9;

  private final Random random;
  private final Executor pool;
  private final ThreadFactory threads;
  private final Model model;
  private final List<AsyncLocalStorage<String>> storages = new ArrayList<>();
  private final List<Captured> captured = new ArrayList<>();
  private int steps;

  /** A snapshot of the library and one of the model. */
  private record Captured(ContextSnapshot real, Object modelled) {}

  /** Thrown by operations on purpose. */
  private static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param pool where its handoffs go
   * @param threads makes unmanaged threads
   */
  RandomFlow(long seed, Executor pool, ThreadFactory threads) {
    this.random = new Random(seed);
    this.pool = pool;
    this.threads = threads;
    String[] defaults =
        IntStream.range(0, STORAGES)
            .mapToObj(i -> i % 2 == 0 ? "" : "default")
            .toArray(String[]::new);
    this.model = new Model(defaults);
    for (String value : defaults) {
      storages.add(value.isEmpty() ? AsyncLocalStorage.create() : AsyncLocalStorage.create(value));
    }
  }

  /** Flows from a thread without values, and back to that. */
  int flow() throws Exception {
    ContextSnapshot nothing = AsyncLocalStorage.snapshot();
    nothing.<Exception>run(() -> body(0));
    assertThat(AsyncLocalStorage.snapshot()).isSameAs(nothing);
    return steps;
  }

  private void body(int depth) throws Exception {
    int operations = random.nextInt(OPERATIONS);
    for (int i = 0; i < operations; i++) {
      try {
        operation(depth);
      } catch (Failure passed) {
        if (depth > 0 && random.nextBoolean()) {
          throw passed;
        }
      }
      assertAsModelled();
    }
  }

  private void operation(int depth) throws Exception {
    int storage = random.nextInt(STORAGES);
    String value = random.nextInt(8) == 0 ? null : "value " + steps++;
    switch (random.nextInt(depth < DEEPEST ? 13 : 5)) {
      case 0, 1 -> enterWith(storage, value);
      case 2 -> disable(storage);
      case 3 -> captured.add(new Captured(AsyncLocalStorage.snapshot(), model.capture()));
      case 4 -> {
        if (depth > 0) {
          throw new Failure();
        }
      }
      case 5, 6 -> run(storage, value, depth);
      case 7 -> exit(storage, depth);
      case 8 -> scope(storage, value, depth);
      case 9 -> replay(depth);
      case 10, 11 -> handoff(depth);
      default -> unmanaged(depth);
    }
  }

  private void enterWith(int storage, @Nullable String value) {
    storages.get(storage).enterWith(value);
    model.bind(storage, value);
  }

  private void disable(int storage) {
    storages.get(storage).disable();
    model.disable(storage);
  }

  private void run(int storage, @Nullable String value, int depth) throws Exception {
    Object before = model.binding(storage);
    try {
      storages
          .get(storage)
          .run(
              value,
              () -> {
                model.bind(storage, value);
                inside(depth);
              });
    } finally {
      model.restore(storage, before);
    }
  }

  private void exit(int storage, int depth) throws Exception {
    Object before = model.binding(storage);
    try {
      storages
          .get(storage)
          .exit(
              () -> {
                model.exit(storage);
                inside(depth);
              });
    } finally {
      model.restore(storage, before);
    }
  }

  private void scope(int storage, @Nullable String value, int depth) throws Exception {
    Object before = model.binding(storage);
    try (Scope scope = storages.get(storage).withScope(value)) {
      assertThat(scope).isNotNull();
      model.bind(storage, value);
      inside(depth);
    } finally {
      model.restore(storage, before);
    }
  }

  private void replay(int depth) throws Exception {
    if (captured.isEmpty()) {
      return;
    }
    Captured chosen = captured.get(random.nextInt(captured.size()));
    Object before = model.capture();
    try {
      chosen.real.run(
          () -> {
            model.replay(chosen.modelled);
            inside(depth);
          });
    } finally {
      model.replay(before);
    }
  }

  /** On a worker of the pool, with what is in force here; the worker has to be clean after it. */
  private void handoff(int depth) throws Exception {
    Callable<Boolean> task = AsyncLocalStorage.bindCallable(() -> inside(depth));
    elsewhere(
        () -> {
          try {
            return task.call();
          } finally {
            assertThat(AsyncLocalStorage.snapshot()).hasToString("ContextSnapshot[0 bound]");
          }
        },
        pool);
  }

  /** On a new thread, with nothing. */
  private void unmanaged(int depth) throws Exception {
    Object nothing = new Model(new String[0]).capture();
    elsewhere(
        () -> {
          model.replay(nothing);
          return inside(depth);
        },
        task -> threads.newThread(task).start());
  }

  private void elsewhere(Callable<Boolean> task, Executor executor) throws Exception {
    Object before = model.capture();
    FutureTask<Boolean> future = new FutureTask<>(task);
    executor.execute(future);
    try {
      future.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      model.replay(before);
    }
  }

  private boolean inside(int depth) throws Exception {
    assertAsModelled();
    body(depth + 1);
    return true;
  }

  private void assertAsModelled() {
    for (int i = 0; i < STORAGES; i++) {
      AsyncLocalStorage<String> storage = storages.get(i);
      if (storage.isBound() != model.isBound(i)
          || !Objects.equals(storage.getStore(), model.store(i))) {
        throw new AssertionError(
            "storage %d at step %d: bound %s to %s, modelled %s to %s"
                .formatted(
                    i,
                    steps,
                    storage.isBound(),
                    storage.getStore(),
                    model.isBound(i),
                    model.store(i)));
      }
    }
  }
}
