package org.asynclocal.it.transactions;

import jakarta.annotation.Resource;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.asynclocal.cdi.ContextBoundary;
import org.asynclocal.it.support.Waiting;
import org.asynclocal.server.UnfinishedTasks;
import org.asynclocal.server.UnfinishedTasks.Choice;
import org.jspecify.annotations.Nullable;

/** A session bean whose transactions the container manages. */
@Stateless
@SuppressWarnings("NullAway.Init") // injected
public class SessionBeans {
  static final BlockingQueue<Seen> TIMED_OUT = new LinkedBlockingQueue<>();

  @Inject Work work;
  @Resource SessionContext session;
  @Resource TimerService timers;

  /** The observations of a thread. */
  public record Seen(
      @Nullable String flow, @Nullable String unit, String key, String caller, String thread) {}

  public Seen look() {
    return new Seen(
        Unit.FLOW.getStore(),
        Unit.NAME.getStore(),
        work.key(),
        session.getCallerPrincipal().getName(),
        Thread.currentThread().getName());
  }

  public <T extends @Nullable Object> T required(Callable<T> what) throws Exception {
    return what.call();
  }

  @UnfinishedTasks(Choice.WAIT)
  public <T extends @Nullable Object> T waiting(Callable<T> what) throws Exception {
    return what.call();
  }

  @UnfinishedTasks(Choice.ROLL_BACK)
  public <T extends @Nullable Object> T rollingBack(Callable<T> what) throws Exception {
    return what.call();
  }

  @Asynchronous
  public Future<Seen> asynchronous() {
    return new AsyncResult<>(look());
  }

  /** Sets stores and goes on in a managed executor, as an entry without a request should. */
  @Asynchronous
  @ContextBoundary
  public Future<Seen> asynchronousChain(String flow, String unit) throws Exception {
    SessionBeans view = clientView();
    Unit.FLOW.enterWith(flow);
    Unit.NAME.set(unit);
    return new AsyncResult<>(
        Waiting.get(work.executor().supplyAsync(() -> 1).thenApplyAsync(x -> view.look())));
  }

  /** The bean as its clients call it: the instance itself belongs to one thread. */
  private SessionBeans clientView() {
    return session.getBusinessObject(SessionBeans.class);
  }

  public void startTimer() {
    timers.createSingleActionTimer(1, new TimerConfig(null, false));
  }

  @Timeout
  @ContextBoundary
  void timedOut(Timer timer) throws Exception {
    TIMED_OUT.add(look());
    Unit.FLOW.enterWith("timer");
    Unit.NAME.set("timer");
    TIMED_OUT.add(Waiting.get(work.executor().supplyAsync(clientView()::look)));
  }
}
