package org.asynclocal.agent.idioms;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fork/join and what runs on it. */
final class ForkJoinIdioms {
  private static final int MANY = 64;

  private ForkJoinIdioms() {}

  static void addTo(IdiomTable table) {
    pools(table);
    tasks(table);
    streams(table);
  }

  private static void pools(IdiomTable table) {
    table.add(
        "ForkJoinPool.submit(Callable)",
        () -> {
          ForkJoinPool pool = new ForkJoinPool(1);
          return probe -> pool.submit(ExecutorIdioms.callable(probe)).get();
        });
    table.add(
        "ForkJoinPool.execute(Runnable)",
        () -> {
          ForkJoinPool pool = new ForkJoinPool(1);
          return probe -> {
            pool.execute(probe.task());
            probe.await();
          };
        });
    table.add(
        "ForkJoinPool.invoke(task)",
        () -> {
          ForkJoinPool pool = new ForkJoinPool(2);
          return probe -> pool.invoke(new Sum(probe, 8));
        });
    table.add(
        "ForkJoinPool.invokeAll(tasks)",
        () -> {
          ForkJoinPool pool = new ForkJoinPool(2);
          return probe -> {
            Callable<Integer> task = ExecutorIdioms.callable(probe);
            pool.invokeAll(List.of(task, task, task));
          };
        });
    table.add(
        "commonPool().submit(Runnable)",
        () -> probe -> ForkJoinPool.commonPool().submit(probe.task()).get());
    table.add(
        "a ForkJoinPool in asynchronous mode",
        () -> {
          ForkJoinPool pool =
              new ForkJoinPool(1, ForkJoinPool.defaultForkJoinWorkerThreadFactory, null, true);
          return probe -> pool.submit(() -> pool.submit(probe.task()).join()).get();
        });
    table.add(
        "ForkJoinPool.schedule(task, delay)",
        25,
        () -> {
          ScheduledExecutorService pool =
              (ScheduledExecutorService) (Executor) ForkJoinPool.commonPool();
          return probe -> pool.schedule(probe.task(), 1, MILLISECONDS).get();
        });
    table.add(
        "ForkJoinPool.scheduleAtFixedRate",
        25,
        () -> {
          ScheduledExecutorService pool =
              (ScheduledExecutorService) (Executor) ForkJoinPool.commonPool();
          return probe -> {
            var future = pool.scheduleAtFixedRate(probe.task(), 0, 1, MILLISECONDS);
            probe.await(3);
            future.cancel(false);
          };
        });
  }

  private static void tasks(IdiomTable table) {
    table.add("RecursiveTask.fork() and join()", () -> probe -> new Sum(probe, 8).fork().join());
    table.add(
        "ForkJoinTask.invokeAll(tasks)",
        () ->
            probe ->
                ForkJoinTask.invokeAll(Stream.generate(() -> new Action(probe)).limit(4).toList()));
    table.add("CountedCompleter", () -> probe -> new Counted(null, probe, 8).invoke());
    table.add(
        "ForkJoinTask.adapt(task).fork()",
        () -> probe -> ForkJoinTask.adapt(probe.task()).fork().join());
  }

  private static void streams(IdiomTable table) {
    table.add(
        "a parallel stream's forEach",
        () -> probe -> IntStream.range(0, MANY).parallel().forEach(each -> probe.look()));
    table.add(
        "a parallel stream's collector",
        () ->
            probe ->
                Probe.use(
                    IntStream.range(0, MANY)
                        .boxed()
                        .parallel()
                        .map(each -> looked(probe, each))
                        .collect(Collectors.groupingByConcurrent(each -> each % 3))));
    table.add(
        "a parallel stream's reduce",
        () ->
            probe ->
                Probe.use(
                    IntStream.range(0, MANY)
                        .parallel()
                        .map(each -> looked(probe, each))
                        .reduce(0, (one, two) -> looked(probe, one + two))));
    table.add(
        "a parallel stream in a pool of its own",
        () -> {
          ForkJoinPool pool = new ForkJoinPool(2);
          return probe ->
              pool.submit(() -> IntStream.range(0, MANY).parallel().forEach(each -> probe.look()))
                  .get();
        });
    table.add(
        "Arrays.parallelSetAll",
        () -> probe -> Arrays.parallelSetAll(new int[MANY], each -> looked(probe, each)));
    table.add(
        "Arrays.parallelSort with a comparator",
        () ->
            probe ->
                Arrays.parallelSort(
                    IntStream.range(0, 1 << 14).boxed().toArray(Integer[]::new),
                    (one, two) -> {
                      if (one == 1 << 13 || two == 1 << 13) {
                        probe.look();
                      }
                      return two.compareTo(one);
                    }));
    table.add(
        "ConcurrentHashMap.forEach in parallel",
        () -> {
          ConcurrentHashMap<Integer, Integer> map = new ConcurrentHashMap<>();
          IntStream.range(0, MANY).forEach(each -> map.put(each, each));
          return probe -> map.forEach(1, (key, value) -> probe.look());
        });
  }

  private static int looked(Probe probe, int value) {
    probe.look();
    return value;
  }

  private static final class Sum extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1L;
    private final transient Probe probe;
    private final int size;

    Sum(Probe probe, int size) {
      this.probe = probe;
      this.size = size;
    }

    @Override
    protected Integer compute() {
      probe.look();
      if (size < 2) {
        return size;
      }
      Sum other = new Sum(probe, size / 2);
      other.fork();
      int mine = new Sum(probe, size - size / 2).compute();
      return mine + other.join();
    }
  }

  private static final class Action extends RecursiveAction {
    private static final long serialVersionUID = 1L;
    private final transient Probe probe;

    Action(Probe probe) {
      this.probe = probe;
    }

    @Override
    protected void compute() {
      probe.look();
    }
  }

  private static final class Counted extends CountedCompleter<Void> {
    private static final long serialVersionUID = 1L;
    private final transient Probe probe;
    private final int size;

    Counted(@Nullable Counted parent, Probe probe, int size) {
      super(parent);
      this.probe = probe;
      this.size = size;
    }

    @Override
    public void compute() {
      for (int part = size; part > 1; part /= 2) {
        addToPendingCount(1);
        new Counted(this, probe, part / 2).fork();
      }
      probe.look();
      tryComplete();
    }
  }
}
