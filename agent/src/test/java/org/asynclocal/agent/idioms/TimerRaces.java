package org.asynclocal.agent.idioms;

import java.util.Timer;
import java.util.TimerTask;

/** Calls of a {@code Timer} that meet the thread that runs its tasks. */
final class TimerRaces {
  private static final int CANCELLED = 3000;
  private static final int SPINS = 400;

  private TimerRaces() {}

  static void addTo(IdiomTable table) {
    table.add(
        "a TimerTask that is cancelled while it starts",
        () -> {
          Timer timer = new Timer(true);
          return probe -> {
            for (int i = 0; i < CANCELLED; i++) {
              TimerTask task = TimerIdioms.task(probe);
              timer.schedule(task, 0);
              spin(i % SPINS);
              task.cancel();
            }
            timer.schedule(TimerIdioms.task(probe), 0);
            probe.await();
          };
        });
    table.add(
        "a TimerTask that another store's code schedules again, in vain",
        () -> {
          Timer timer = new Timer(true);
          return probe -> {
            TimerTask task = TimerIdioms.task(probe);
            timer.schedule(task, 5);
            probe.inOther(() -> refused(timer, task));
            probe.await();
          };
        });
  }

  /** Runs for a moment that no timer is exact enough for. */
  private static void spin(int turns) {
    for (int i = 0; i < turns; i++) {
      Thread.onSpinWait();
    }
  }

  private static void refused(Timer timer, TimerTask task) {
    try {
      timer.schedule(task, 0);
      throw new AssertionError("scheduled twice");
    } catch (IllegalStateException expected) {
      Probe.use(expected);
    }
  }
}
