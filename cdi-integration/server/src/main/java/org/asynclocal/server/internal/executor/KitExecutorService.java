package org.asynclocal.server.internal.executor;

import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.asynclocal.server.internal.provider.StopGate;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The server's own managed threads. A task finds the application there (class loader, names) and
 * nothing else: no user and no transaction, whoever submitted it. What a task is to have of its
 * submitter is the business of the providers, so that it is captured once.
 *
 * <p>The threads belong to the server. Some servers stop them with the application; those of an
 * executor that all applications share go on. So the tasks of an application that stops are ended
 * here: those at work are interrupted, and those that have not begun fail.
 */
public final class KitExecutorService extends AbstractExecutorService {
  private final Executor managed;
  private final Runnable release;
  private final @Nullable ThreadContextSnapshot anonymous;
  private final StallDetector workers = new StallDetector();
  private final StopGate gate = new StopGate();
  private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /**
   * Creates an executor service.
   *
   * @param managed runs a task on a managed thread, as a part of the application
   * @param release releases the application when it has stopped
   * @param anonymous the anonymous identity, where there are identities
   */
  public KitExecutorService(
      Executor managed, Runnable release, @Nullable ThreadContextSnapshot anonymous) {
    this.managed = managed;
    this.release = release;
    this.anonymous = anonymous;
  }

  StallDetector workers() {
    return workers;
  }

  /** Returns the check that a task has to pass before its context begins. */
  public StopGate gate() {
    return gate;
  }

  /** Ends the application's tasks, and takes no more. */
  void stop() {
    stopped = true;
    workers.interrupt();
    if (!waiting.isEmpty()) {
      Thread refusing = new Thread(this::refuseWaiting, "asynclocal-stop");
      refusing.setDaemon(true);
      refusing.start();
    }
    release.run();
  }

  private void refuseWaiting() {
    for (Waiting task : List.copyOf(waiting)) {
      if (waiting.remove(task)) {
        refuse(task.task);
      }
    }
  }

  /** A task that fails otherwise, since it passed the gate, must not keep the others waiting. */
  private void refuse(Runnable task) {
    try {
      gate.refuse(task);
    } catch (Throwable failure) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }

  @Override
  public void execute(Runnable task) {
    Waiting handed = new Waiting(task);
    waiting.add(handed);
    try {
      if (stopped) {
        throw StopGate.stopped();
      }
      managed.execute(handed);
    } catch (RuntimeException | Error refused) {
      waiting.remove(handed);
      throw refused;
    }
  }

  /** A task that the server has and has not begun yet. */
  private final class Waiting implements Runnable {
    private final Runnable task;

    Waiting(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      if (waiting.remove(this)) {
        KitExecutorService.this.run(task);
      }
    }
  }

  private void run(Runnable task) {
    ThreadContextController identity = anonymous == null ? null : anonymous.begin();
    workers.enter();
    try {
      task.run();
    } finally {
      workers.leave();
      if (identity != null) {
        identity.endContext();
      }
    }
  }

  @Override
  public void shutdown() {
    throw refused();
  }

  @Override
  public List<Runnable> shutdownNow() {
    throw refused();
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    throw refused();
  }

  private static IllegalStateException refused() {
    return new IllegalStateException("The server stops its threads itself.");
  }
}
