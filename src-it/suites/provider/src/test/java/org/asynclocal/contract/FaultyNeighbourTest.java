package org.asynclocal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.contract.FaultyNeighbour.Fault;
import org.asynclocal.contract.FaultyNeighbour.NeighbourException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Another provider throws; the thread has to hold what it held before. */
class FaultyNeighbourTest {

  /** The runtimes, with the order in which each begins the neighbour's context and ours. */
  enum Engine {
    SMALLRYE {
      @Override
      ContextRuntime open(FaultyNeighbour neighbour, Side side) {
        return new SmallRyeRuntime(
            neighbour.microProfile(side == Side.BEFORE ? LAST_BUCKET - 1 : LAST_BUCKET));
      }
    },
    CAREFUL {
      @Override
      ContextRuntime open(FaultyNeighbour neighbour, Side side) {
        return side == Side.BEFORE
            ? new ConcurroRuntime(
                ProviderLoop.Careful::new, List.of(neighbour.concurrency()), List.of())
            : new ConcurroRuntime(
                ProviderLoop.Careful::new, List.of(), List.of(neighbour.concurrency()));
      }
    },
    PLAIN {
      @Override
      ContextRuntime open(FaultyNeighbour neighbour, Side side) {
        return side == Side.BEFORE
            ? new ConcurroRuntime(
                ProviderLoop.Plain::new, List.of(neighbour.concurrency()), List.of())
            : new ConcurroRuntime(
                ProviderLoop.Plain::new, List.of(), List.of(neighbour.concurrency()));
      }
    };

    /** The rank of this provider: the last registered is last, and this one comes before CDI. */
    private static final int LAST_BUCKET = 0xFFFF;

    abstract ContextRuntime open(FaultyNeighbour neighbour, Side side);
  }

  /** On which side of ours the neighbour's context begins. */
  enum Side {
    BEFORE,
    AFTER
  }

  /** One of them all. */
  record Case(Engine engine, Side side, Fault fault) {
    /** The runtime has begun our context and never ends it. */
    boolean isForgotten() {
      return FORGOTTEN.contains(this);
    }
  }

  private static final List<Case> FORGOTTEN =
      List.of(
          new Case(Engine.SMALLRYE, Side.AFTER, Fault.BEGIN),
          new Case(Engine.SMALLRYE, Side.AFTER, Fault.END),
          new Case(Engine.PLAIN, Side.AFTER, Fault.BEGIN),
          new Case(Engine.PLAIN, Side.BEFORE, Fault.END));

  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("a");
  private final OwnThread worker = new OwnThread();

  static Stream<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (Engine engine : Engine.values()) {
      for (Side side : Side.values()) {
        for (Fault fault : Fault.values()) {
          cases.add(new Case(engine, side, fault));
        }
      }
    }
    return cases.stream();
  }

  static Stream<Case> remembered() {
    return all().filter(each -> !each.isForgotten());
  }

  static Stream<Case> forgotten() {
    return all().filter(Case::isForgotten);
  }

  @AfterEach
  void end() {
    worker.close();
    storage.disable();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("remembered")
  void a_worker_holds_what_it_held_before(Case each) throws Exception {
    assertThat(heldAfterFault(each, Runnable::run)).isEqualTo("worker's");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void inside_a_snapshot_a_worker_holds_what_it_held_before_whatever_the_runtime_forgets(Case each)
      throws Exception {
    assertThat(heldAfterFault(each, task -> AsyncLocalStorage.snapshot().run(task::run)))
        .isEqualTo("worker's");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void inside_a_run_of_another_storage_a_worker_holds_what_it_held_before(Case each)
      throws Exception {
    AsyncLocalStorage<String> other = AsyncLocalStorage.named("b");
    assertThat(heldAfterFault(each, task -> other.run("request", task::run))).isEqualTo("worker's");
  }

  /** As the guide to conformance says. Once it is red, the runtime is mended and may leave it. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("forgotten")
  void what_a_runtime_forgets_stays_when_nothing_surrounds_it(Case each) throws Exception {
    assertThat(heldAfterFault(each, Runnable::run)).isEqualTo("task's");
  }

  /**
   * Returns what a worker with a value of its own holds after a task with another context failed.
   */
  private String heldAfterFault(Case each, Consumer<Runnable> surrounding) throws Exception {
    FaultyNeighbour neighbour = new FaultyNeighbour(each.fault);
    try (ContextRuntime runtime = each.engine.open(neighbour, each.side)) {
      worker.run(() -> storage.enterWith("worker's"));
      Runnable task;
      if (each.fault == Fault.CAPTURE) {
        task = () -> assertThat(runtime.propagating().contextual(() -> {})).isNull();
      } else {
        task = storage.call("task's", () -> runtime.propagating().contextual(() -> {}));
      }
      neighbour.arm();
      worker.run(() -> surrounding.accept(() -> assertFails(each, task)));
      return String.valueOf(worker.call(storage::getStore));
    }
  }

  private static void assertFails(Case each, Runnable task) {
    Throwable thrown = catchThrowable(task::run);
    if (each.engine == Engine.CAREFUL && each.fault == Fault.END) {
      assertThat(thrown).isNull();
    } else {
      assertThat(root(thrown)).isInstanceOf(NeighbourException.class);
    }
  }

  private static @Nullable Throwable root(@Nullable Throwable thrown) {
    return thrown == null || thrown.getCause() == null ? thrown : root(thrown.getCause());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("remembered")
  void a_pools_worker_is_clean_and_serves_the_next_task(Case each) throws Exception {
    FaultyNeighbour neighbour = new FaultyNeighbour(each.fault);
    try (ContextRuntime runtime = each.engine.open(neighbour, each.side)) {
      storage.enterWith("task's");
      neighbour.arm();
      Throwable thrown = catchThrowable(() -> runtime.propagating().executor().execute(() -> {}));
      assertThat(thrown == null).isEqualTo(each.fault != Fault.CAPTURE);
      neighbour.awaitFired();
      assertThat(storage.getStore()).isEqualTo("task's");
      assertThat(seen(runtime.unchanged())).isEqualTo("null");
      assertThat(seen(runtime.propagating())).isEqualTo("task's");
    }
  }

  private String seen(Lane lane) throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    lane.executor().execute(() -> seen.complete(String.valueOf(storage.getStore())));
    return seen.get(HandoffKind.DEADLINE_SECONDS, TimeUnit.SECONDS);
  }
}
