package org.asynclocal.it.transactions;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.asynclocal.cdi.ContextBoundary;
import org.asynclocal.it.support.Waiting;
import org.asynclocal.it.transactions.SessionBeans.Seen;
import org.jspecify.annotations.Nullable;

/** A singleton that the container calls every second, without anybody's call before it. */
@Singleton
@SuppressWarnings("NullAway.Init") // injected
public class Clock {
  static final BlockingQueue<Seen> TICKS = new LinkedBlockingQueue<>();

  /** The name of the rows; null while no test reads them. */
  static volatile @Nullable String unit;

  @Inject SessionBeans beans;
  @Inject Work work;
  @Inject Rows rows;

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  @ContextBoundary
  void tick() throws Exception {
    String wanted = unit;
    if (wanted == null) {
      return;
    }
    TICKS.add(beans.look());
    Unit.FLOW.enterWith("tick");
    Unit.NAME.set(wanted);
    Waiting.get(work.executor().runAsync(() -> write(wanted)));
  }

  private void write(String wanted) {
    TICKS.add(beans.look());
    rows.insert(wanted, "tick");
  }
}
