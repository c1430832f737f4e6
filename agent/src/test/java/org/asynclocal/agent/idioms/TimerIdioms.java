package org.asynclocal.agent.idioms;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Instant;
import java.util.Date;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Tasks that run later or periodically. */
final class TimerIdioms {
  private TimerIdioms() {}

  static void addTo(IdiomTable table) {
    scheduled(table);
    timers(table);
  }

  private static void scheduled(IdiomTable table) {
    table.add(
        "schedule(Runnable, delay)",
        () -> {
          ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
          return probe -> pool.schedule(probe.task(), 1, MILLISECONDS).get();
        });
    table.add(
        "schedule(Callable, delay)",
        () -> {
          ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
          return probe -> pool.schedule(ExecutorIdioms.callable(probe), 1, MILLISECONDS).get();
        });
    table.add(
        "scheduleAtFixedRate",
        () -> {
          ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
          return probe -> {
            var future = pool.scheduleAtFixedRate(probe.task(), 0, 1, MILLISECONDS);
            probe.await(3);
            future.cancel(false);
          };
        });
    table.add(
        "scheduleWithFixedDelay",
        () -> {
          ScheduledExecutorService pool = Executors.newSingleThreadScheduledExecutor();
          return probe -> {
            var future = pool.scheduleWithFixedDelay(probe.task(), 1, 1, MILLISECONDS);
            probe.await(3);
            future.cancel(false);
          };
        });
    table.add(
        "execute(task) of a scheduled pool",
        () -> {
          ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
          return probe -> {
            pool.execute(probe.task());
            probe.await();
          };
        });
    table.add(
        "submit(task) of a scheduled pool",
        () -> {
          ScheduledExecutorService pool =
              Executors.unconfigurableScheduledExecutorService(Executors.newScheduledThreadPool(1));
          return probe -> pool.submit(probe.task()).get();
        });
    table.add(
        "a scheduled pool that decorates its tasks",
        () -> {
          ScheduledThreadPoolExecutor pool = new Decorating();
          return probe -> pool.schedule(probe.task(), 1, MILLISECONDS).get();
        });
  }

  private static void timers(IdiomTable table) {
    table.add(
        "Timer.schedule(task, delay)",
        () -> {
          Timer timer = new Timer(true);
          return probe -> {
            timer.schedule(task(probe), 1);
            probe.await();
          };
        });
    table.add(
        "Timer.schedule(task, date)",
        () -> {
          Timer timer = new Timer("named", true);
          return probe -> {
            timer.schedule(task(probe), Date.from(Instant.now()));
            probe.await();
          };
        });
    table.add(
        "Timer.schedule(task, delay, period)",
        () -> {
          Timer timer = new Timer(true);
          return probe -> {
            TimerTask task = task(probe);
            timer.schedule(task, 0, 1);
            probe.await(3);
            task.cancel();
          };
        });
    table.add(
        "Timer.scheduleAtFixedRate(task, delay, period)",
        () -> {
          Timer timer = new Timer(true);
          return probe -> {
            TimerTask task = task(probe);
            timer.scheduleAtFixedRate(task, 1, 1);
            probe.await(3);
            task.cancel();
          };
        });
  }

  static TimerTask task(Probe probe) {
    return new TimerTask() {
      @Override
      public void run() {
        probe.see();
      }
    };
  }

  private static final class Decorating extends ScheduledThreadPoolExecutor {
    Decorating() {
      super(1);
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(
        Runnable runnable, RunnableScheduledFuture<V> task) {
      return new Decorated<>(task);
    }

    @Override
    protected <V> RunnableScheduledFuture<V> decorateTask(
        Callable<V> callable, RunnableScheduledFuture<V> task) {
      return new Decorated<>(task);
    }
  }
}
