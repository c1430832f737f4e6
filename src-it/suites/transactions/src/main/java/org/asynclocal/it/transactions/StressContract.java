package org.asynclocal.it.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Many transactions at once, each with its steps on several threads one after another. */
public abstract class StressContract extends TransactionTest {
  private static final int TRANSACTIONS = 1_000;
  private static final int AT_ONCE = 8;
  private static final int STEPS = 4;
  private static final int ONE_IN = 10;

  private final Queue<String> strangers = new ConcurrentLinkedQueue<>();
  private final Queue<Long> threads = new ConcurrentLinkedQueue<>();

  @Test
  @DisplayName("1,000 transactions lose no row, keep none of a rollback and see no other's store")
  void thousand() throws Exception {
    long seed = System.nanoTime();
    List<String> expected = new ArrayList<>();
    List<Callable<Boolean>> units = new ArrayList<>();
    Random random = new Random(seed);
    for (int i = 0; i < TRANSACTIONS; i++) {
      String name = unit + "-" + i;
      int failingStep = random.nextInt(ONE_IN) == 0 ? random.nextInt(STEPS) : STEPS;
      long unitSeed = random.nextLong();
      units.add(() -> unit(name, failingStep, new Random(unitSeed)));
      if (failingStep == STEPS) {
        IntStream.range(0, STEPS).forEach(step -> expected.add(name + " " + step));
      }
    }
    List<Boolean> committed = new ArrayList<>();
    ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (Future<Boolean> each : callers.invokeAll(units, 8, TimeUnit.MINUTES)) {
        committed.add(each.get());
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(rows.unitsAndSteps(unit))
        .as("rows with the seed %s", seed)
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(committed).contains(true, false);
    assertThat(strangers).isEmpty();
    assertThat(threads.stream().distinct().count()).isGreaterThan(1);
  }

  /** Gives whether it was committed. */
  private boolean unit(String unit, int failingStep, Random random) throws Exception {
    try {
      return Unit.FLOW.<Boolean, Exception>call(
          unit, () -> work.required(() -> steps(unit, failingStep, random)));
    } catch (Work.Harmless failed) {
      return false;
    }
  }

  private boolean steps(String unit, int failingStep, Random random) {
    Unit.NAME.set(unit);
    CompletableFuture<Boolean> chain = work.executor().completedFuture(true);
    for (int i = 0; i < STEPS; i++) {
      int step = i;
      long pause = random.nextInt(2_000_000);
      chain = chain.thenApplyAsync(ok -> ok && step(unit, step, step == failingStep, pause));
    }
    if (!chain.join()) {
      throw new Work.Harmless();
    }
    see(unit);
    return true;
  }

  private boolean step(String unit, int step, boolean failing, long pause) {
    threads.add(Thread.currentThread().getId());
    LockSupport.parkNanos(pause);
    see(unit);
    rows.insert(String.valueOf(Unit.NAME.getStore()), String.valueOf(step));
    return !failing;
  }

  private void see(String unit) {
    if (!unit.equals(Unit.NAME.getStore())) {
      strangers.add(unit + " saw " + Unit.NAME.getStore());
    }
    if (!unit.equals(Unit.FLOW.getStore())) {
      strangers.add(unit + " had in its flow " + Unit.FLOW.getStore());
    }
  }
}
