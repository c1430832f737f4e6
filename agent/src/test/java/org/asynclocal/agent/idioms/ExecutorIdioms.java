package org.asynclocal.agent.idioms;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;

/** Thread pools and what is built on them. */
final class ExecutorIdioms {
  private ExecutorIdioms() {}

  static void addTo(IdiomTable table) {
    submissions(table);
    kinds(table);
    overridden(table);
    queued(table);
  }

  private static void submissions(IdiomTable table) {
    table.add(
        "execute(task)",
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          return probe -> {
            pool.execute(probe.task());
            probe.await();
          };
        });
    table.add(
        "submit(Runnable)",
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          return probe -> pool.submit(probe.task()).get();
        });
    table.add(
        "submit(Callable)",
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          return probe -> pool.submit(callable(probe)).get();
        });
    table.add(
        "submit(Runnable, result)",
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          return probe -> pool.submit(probe.task(), "result").get();
        });
    table.add(
        "invokeAll(tasks)",
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(2);
          return probe -> pool.invokeAll(List.of(callable(probe), callable(probe)));
        });
    table.add(
        "invokeAny(tasks)",
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          return probe -> pool.invokeAny(List.of(callable(probe)));
        });
    table.add(
        "execute(FutureTask)",
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          return probe -> {
            FutureTask<Integer> future = new FutureTask<>(callable(probe));
            pool.execute(future);
            future.get();
          };
        });
    table.add(
        "ExecutorCompletionService",
        () -> {
          var service = new ExecutorCompletionService<Integer>(Executors.newFixedThreadPool(1));
          return probe -> {
            service.submit(callable(probe));
            service.take().get();
          };
        });
    table.add(
        "a task that submits a task",
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          return probe -> {
            pool.execute(() -> pool.execute(probe.task()));
            probe.await();
          };
        });
    table.add(
        "one Runnable executed again and again",
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(2);
          return probe -> {
            Runnable task = probe.task();
            pool.execute(task);
            pool.execute(task);
            probe.await(2);
          };
        });
  }

  private static void kinds(IdiomTable table) {
    table.add("newCachedThreadPool", () -> submitting(Executors.newCachedThreadPool()));
    table.add("newSingleThreadExecutor", () -> submitting(Executors.newSingleThreadExecutor()));
    table.add("newWorkStealingPool", () -> submitting(Executors.newWorkStealingPool(1)));
    table.add(
        "unconfigurableExecutorService",
        () -> submitting(Executors.unconfigurableExecutorService(Executors.newFixedThreadPool(1))));
    table.add(
        "a pool with a factory of threads",
        () ->
            submitting(Executors.newFixedThreadPool(1, task -> new Thread(task, "of a factory"))));
    table.add(
        "a pool with a SynchronousQueue",
        () -> executing(new ThreadPoolExecutor(0, 2, 9, SECONDS, new SynchronousQueue<>())));
    table.add(
        "a pool with threads that were started before",
        () -> {
          ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
          pool.prestartAllCoreThreads();
          return executing(pool);
        });
    table.add(
        "a pool whose threads die of each task",
        () -> {
          ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
          pool.setThreadFactory(ExecutorIdioms::quiet);
          return probe -> {
            pool.execute(
                () -> {
                  probe.see();
                  throw new IllegalStateException("expected");
                });
            probe.await();
          };
        });
  }

  private static void overridden(IdiomTable table) {
    table.add("beforeExecute", () -> hooked(true));
    table.add("afterExecute", () -> hooked(false));
    table.add(
        "a pool that makes futures of its own",
        () -> {
          ThreadPoolExecutor pool =
              new ThreadPoolExecutor(1, 1, 9, SECONDS, new LinkedBlockingQueue<>()) {
                @Override
                protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
                  return new FutureTask<>(callable) {};
                }
              };
          return probe -> pool.submit(callable(probe)).get();
        });
    table.add(
        "CallerRunsPolicy",
        () ->
            probe -> {
              ThreadPoolExecutor pool = pool(new SynchronousQueue<>());
              pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
              CountDownLatch busy = new CountDownLatch(1);
              pool.execute(() -> awaitQuietly(busy));
              Thread caller = new Thread(() -> pool.execute(probe.task()));
              caller.start();
              caller.join();
              busy.countDown();
              pool.shutdown();
            });
    table.add(
        "a handler of rejections that executes the task elsewhere",
        () -> {
          ExecutorService other = Executors.newFixedThreadPool(1);
          ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
          pool.setRejectedExecutionHandler((task, full) -> other.execute(task));
          pool.shutdown();
          return probe -> {
            pool.execute(probe.task());
            probe.await();
          };
        });
  }

  private static void queued(IdiomTable table) {
    table.add(
        "a task that waits behind another one",
        () -> {
          ExecutorService pool = Executors.newFixedThreadPool(1);
          return probe -> {
            CountDownLatch busy = new CountDownLatch(1);
            pool.execute(() -> awaitQuietly(busy));
            pool.execute(probe.task());
            busy.countDown();
            probe.await();
          };
        });
    table.add(
        "a pool whose queue compares the tasks",
        () -> {
          ThreadPoolExecutor pool = pool(new PriorityBlockingQueue<>());
          return probe -> {
            CountDownLatch busy = new CountDownLatch(1);
            pool.execute(new Ranked(0, () -> awaitQuietly(busy)));
            pool.execute(new Ranked(2, probe.task()));
            pool.execute(new Ranked(1, probe.task()));
            busy.countDown();
            probe.await(2);
          };
        });
    table.add(
        "remove(task) finds the task that was executed",
        () ->
            probe -> {
              ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
              CountDownLatch busy = new CountDownLatch(1);
              pool.execute(() -> awaitQuietly(busy));
              Runnable task = () -> {};
              pool.execute(task);
              boolean removed = pool.remove(task);
              pool.execute(probe.task());
              busy.countDown();
              probe.await();
              pool.shutdown();
              check(removed, "not removed");
            });
    table.add(
        "shutdownNow() returns the tasks that were executed",
        () ->
            probe -> {
              ThreadPoolExecutor pool = pool(new LinkedBlockingQueue<>());
              CountDownLatch busy = new CountDownLatch(1);
              pool.execute(
                  () -> {
                    awaitQuietly(busy);
                    probe.see();
                  });
              Runnable task = () -> {};
              pool.execute(task);
              List<Runnable> left = pool.shutdownNow();
              busy.countDown();
              probe.await();
              check(left.equals(List.of(task)), "returned " + left);
            });
  }

  private static Idiom.Round hooked(boolean before) {
    List<Probe> current = new CopyOnWriteArrayList<>();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 9, SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected void beforeExecute(Thread thread, Runnable task) {
            if (before) {
              current.get(0).look();
            }
          }

          @Override
          protected void afterExecute(Runnable task, Throwable failure) {
            if (!before) {
              current.get(0).look();
            }
          }
        };
    return probe -> {
      current.clear();
      current.add(probe);
      pool.execute(() -> {});
      probe.await();
    };
  }

  private static Idiom.Round submitting(ExecutorService pool) {
    return probe -> pool.submit(probe.task()).get();
  }

  private static Idiom.Round executing(ExecutorService pool) {
    return probe -> {
      pool.execute(probe.task());
      probe.await();
    };
  }

  private static ThreadPoolExecutor pool(BlockingQueue<Runnable> queue) {
    return new ThreadPoolExecutor(1, 1, 9, SECONDS, queue);
  }

  private static Thread quiet(Runnable task) {
    Thread thread = new Thread(task);
    thread.setUncaughtExceptionHandler((failed, expected) -> {});
    return thread;
  }

  static Callable<Integer> callable(Probe probe) {
    return () -> {
      probe.see();
      return 1;
    };
  }

  static void awaitQuietly(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        done = latch.await(10, SECONDS);
      } catch (InterruptedException again) {
        // shutdownNow() interrupts, and the test still needs the pool to be busy
      }
    }
  }

  static void check(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }

  private static final class Ranked implements Runnable, Comparable<Ranked> {
    private final int rank;
    private final Runnable task;

    Ranked(int rank, Runnable task) {
      this.rank = rank;
      this.task = task;
    }

    @Override
    public void run() {
      task.run();
    }

    @Override
    public int compareTo(Ranked other) {
      return Integer.compare(rank, other.rank);
    }
  }
}
