package org.asynclocal.agent;

import static org.asynclocal.agent.edit.HubClass.HUB;

import java.util.ArrayList;
import java.util.List;
import org.asynclocal.agent.edit.Argument;
import org.asynclocal.agent.edit.Around;
import org.asynclocal.agent.edit.Edit;

/**
 * The places in libraries that hand work over by queues of their own. Most libraries stand on the
 * JDK's executors and need nothing.
 */
final class LibraryTargets {
  private static final String NETTY = "io/netty/util/concurrent/";
  private static final String RUNNABLE = "(Ljava/lang/Runnable;";
  private static final String UNIT = "Ljava/util/concurrent/TimeUnit;)";
  private static final String SCHEDULED = "Lio/netty/util/concurrent/ScheduledFuture;";

  private final List<Target> targets = new ArrayList<>();

  private LibraryTargets() {
    netty();
    guava();
  }

  static List<Target> all() {
    return new LibraryTargets().targets;
  }

  private void netty() {
    String reason = "an event loop has a queue of its own";
    String loop = NETTY + "SingleThreadEventExecutor";
    Argument task = new Argument(HUB, "handOver", 0);
    add(loop, "execute", RUNNABLE + ")V", task, reason);
    String timer = NETTY + "AbstractScheduledEventExecutor";
    Argument delayed = new Argument(HUB, "delayed", 0, 1, 2);
    add(timer, "schedule", RUNNABLE + "J" + UNIT + SCHEDULED, delayed, reason);
    String callable = "(Ljava/util/concurrent/Callable;J" + UNIT + SCHEDULED;
    add(timer, "schedule", callable, delayed, reason);
  }

  private void guava() {
    String future = "com/google/common/util/concurrent/AbstractFuture";
    String listener = RUNNABLE + "Ljava/util/concurrent/Executor;)V";
    add(
        future,
        "addListener",
        listener,
        new Argument(HUB, "handOver", 0),
        "a listener may run on the thread that completes the future");
    add(
        future,
        "executeListener",
        listener,
        Around.nothing(),
        "a listener that captured nothing does not see the store of what completes the future");
  }

  private void add(String type, String method, String descriptor, Edit edit, String reason) {
    targets.add(
        new Target(Kind.LIBRARIES, type, method, descriptor, edit, 17, Integer.MAX_VALUE, reason));
  }
}
