package org.asynclocal.agent;

import static org.asynclocal.agent.edit.HubClass.HUB;
import static org.asynclocal.agent.edit.HubClass.POOLS;

import java.util.ArrayList;
import java.util.List;
import org.asynclocal.agent.edit.Argument;
import org.asynclocal.agent.edit.Around;
import org.asynclocal.agent.edit.Call;
import org.asynclocal.agent.edit.Capture;
import org.asynclocal.agent.edit.CapturedField;
import org.asynclocal.agent.edit.Constructed;
import org.asynclocal.agent.edit.Edit;
import org.asynclocal.agent.edit.Listener;
import org.asynclocal.agent.edit.Release;
import org.asynclocal.agent.edit.Result;
import org.asynclocal.agent.edit.RunWorker;
import org.asynclocal.agent.edit.Starting;
import org.asynclocal.agent.edit.TimerLoop;
import org.asynclocal.agent.edit.TimerSchedule;
import org.jspecify.annotations.Nullable;

/** Every place in the JDK that the agent edits. Nothing else is touched. */
final class TargetTable {
  private static final int FIRST = 17;
  private static final int LAST = Integer.MAX_VALUE;

  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
  private static final String QUEUE = CONCURRENT + "ForkJoinPool$WorkQueue";
  private static final String CONSTRUCTOR = "<init>";

  private final List<Target> targets = new ArrayList<>();
  private final CapturedField forked = new CapturedField(CONCURRENT + "ForkJoinTask", true);
  private final CapturedField timed = new CapturedField("java/util/TimerTask", false);
  private final CapturedField subscribed =
      new CapturedField(CONCURRENT + "SubmissionPublisher$BufferedSubscription", false);

  TargetTable() {
    threads();
    runningThreads();
    pools();
    scheduledPools();
    forkJoin();
    futures();
    timers();
    channels();
    http();
    flow();
  }

  /** The targets in libraries, which a version of a library need not have. */
  List<Target> libraries() {
    return LibraryTargets.all();
  }

  /** The targets that a JDK has. */
  List<Target> of(int jdk) {
    List<Target> found = new ArrayList<>();
    for (Target target : targets) {
      if (target.isIn(jdk)) {
        found.add(target);
      }
    }
    return found;
  }

  /** The fields that the edits need. */
  List<CapturedField> fields() {
    return List.of(forked, timed, subscribed);
  }

  private void threads() {
    String reason =
        "the new thread's own thread local gets the store, so its class does not matter";
    Starting starting = new Starting();
    add(Kind.THREADS, "java/lang/Thread", "start", "()V", starting, reason);
    String contained = "(Ljdk/internal/vm/ThreadContainer;)V";
    add(Kind.THREADS, "java/lang/Thread", "start", contained, starting, 21, LAST, reason);
    add(Kind.THREADS, "java/lang/VirtualThread", "start", contained, starting, 21, LAST, reason);
  }

  private void runningThreads() {
    String reason = "hooks, and bridges to logs, are told on the new thread itself";
    add(Kind.THREADS, "java/lang/Thread", "run", "()V", Around.running(), reason);
    String task = "(Ljava/lang/Runnable;)V";
    Around running = Around.running();
    add(Kind.THREADS, "java/lang/VirtualThread", "run", task, running, 21, LAST, reason);
  }

  private void pools() {
    add(
        Kind.EXECUTORS,
        POOL,
        "execute",
        new Argument(POOLS, "execute", 0, Argument.THIS),
        "captures where the task is handed over");
    add(Kind.EXECUTORS, POOL, "runWorker", new RunWorker(), "runs the task with what was captured");
    add(
        Kind.EXECUTORS,
        POOL,
        "addWorker",
        Around.nothing(),
        "a worker outlives the task that made the pool start it");
    add(
        Kind.EXECUTORS,
        POOL,
        "reject",
        new Argument(POOLS, "unwrap", 0),
        "the handler of rejections gets the task that was handed over");
    add(
        Kind.EXECUTORS,
        POOL,
        "remove",
        Call.instead(
            CONCURRENT + "BlockingQueue",
            "remove",
            POOLS,
            "remove",
            "(Ljava/util/concurrent/BlockingQueue;Ljava/lang/Object;)Z"),
        "finds the task that was handed over");
    add(
        Kind.EXECUTORS,
        POOL,
        "drainQueue",
        new Result(POOLS, "unwrap", "(Ljava/util/List;)Ljava/util/List;"),
        "shutdownNow() returns the tasks that were handed over");
  }

  private void scheduledPools() {
    String type = CONCURRENT + "ScheduledThreadPoolExecutor$ScheduledFutureTask";
    String pool = "(Ljava/util/concurrent/ScheduledThreadPoolExecutor;";
    String reason = "captures where the task is scheduled; its future stays the pool's own";
    add(
        Kind.EXECUTORS,
        type,
        CONSTRUCTOR,
        pool + "Ljava/lang/Runnable;Ljava/lang/Object;JJ)V",
        new Argument(HUB, "scheduled", 1, 3),
        reason);
    add(
        Kind.EXECUTORS,
        type,
        CONSTRUCTOR,
        pool + "Ljava/lang/Runnable;Ljava/lang/Object;JJJ)V",
        new Argument(HUB, "scheduled", 1, 3, 4),
        reason);
    add(
        Kind.EXECUTORS,
        type,
        CONSTRUCTOR,
        pool + "Ljava/util/concurrent/Callable;JJ)V",
        new Argument(HUB, "scheduled", 1, 2),
        reason);
  }

  private void forkJoin() {
    String pushed = "every fork and submission passes here; set before another thread can see it";
    add(Kind.FORK_JOIN, QUEUE, "push", new Capture(forked, "fork", 0, 1), pushed);
    add(
        Kind.FORK_JOIN,
        QUEUE,
        "lockedPush",
        null,
        new Capture(forked, "forkLocked", 0),
        FIRST,
        20,
        pushed);
    add(
        Kind.FORK_JOIN,
        CONCURRENT + "ForkJoinTask",
        "doExec",
        Around.captured(forked),
        "a worker, or a thread that helps, runs the task with what was captured, or with nothing");
    add(
        Kind.FORK_JOIN,
        "java/lang/VirtualThread",
        "createDefaultScheduler",
        null,
        new Result(HUB, "virtualScheduler", "(Ljava/lang/Object;)V"),
        21,
        LAST,
        "the pool beneath virtual threads carries nothing itself");
    add(
        Kind.FORK_JOIN,
        CONCURRENT + "DelayScheduler$ScheduledForkJoinTask",
        CONSTRUCTOR,
        null,
        new Argument(HUB, "timed", 3, 0, 1),
        25,
        LAST,
        "captures where the task is scheduled");
    add(
        Kind.FORK_JOIN,
        CONCURRENT + "DelayScheduler$ScheduledForkJoinTask",
        CONSTRUCTOR,
        null,
        new Argument(HUB, "delayed", 4, 0),
        25,
        LAST,
        "captures where the task is scheduled");
  }

  private void futures() {
    stages(1, "supplier", "AsyncSupply");
    stages(1, "task", "AsyncRun");
    stages(3, "function", "UniApply", "UniExceptionally", "UniComposeExceptionally", "UniCompose");
    stages(3, "consumer", "UniAccept");
    stages(3, "task", "UniRun");
    stages(3, "biConsumer", "UniWhenComplete");
    stages(3, "biFunction", "UniHandle");
    stages(4, "biFunction", "BiApply");
    stages(4, "biConsumer", "BiAccept");
    stages(4, "function", "OrApply");
    stages(4, "consumer", "OrAccept");
    stages(4, "task", "BiRun", "OrRun");
    add(
        Kind.FUTURES,
        CONCURRENT + "CompletableFuture",
        "postComplete",
        Around.nothing(),
        "dependents that captured nothing do not see the store of what completes the future");
    add(
        Kind.FUTURES,
        CONCURRENT + "CompletableFuture",
        "postComplete",
        Call.clearAfter(CONCURRENT + "CompletableFuture$Completion", "tryFire"),
        "what one dependent leaves behind ends with it");
  }

  private void stages(int index, String captured, String... stages) {
    for (String stage : stages) {
      add(
          Kind.FUTURES,
          CONCURRENT + "CompletableFuture$" + stage,
          CONSTRUCTOR,
          new Argument(HUB, captured, index),
          "the user's function, which nothing else sees, carries what was captured");
    }
  }

  private void timers() {
    add(
        Kind.TIMERS,
        "java/util/Timer",
        "sched",
        new TimerSchedule(timed),
        "captures where the task is scheduled");
    add(
        Kind.TIMERS,
        "java/util/TimerThread",
        "mainLoop",
        new TimerLoop(timed),
        "runs the task with what was captured");
    add(
        Kind.TIMERS,
        timed.owner(),
        "cancel",
        new Release(timed),
        "a cancelled task stays in the timer's queue until its time");
  }

  private void channels() {
    String reason = "the handler runs with what was captured where the operation began";
    for (String method : List.of("read", "write")) {
      String single =
          "(Ljava/nio/ByteBuffer;JLjava/util/concurrent/TimeUnit;Ljava/lang/Object;"
              + "Ljava/nio/channels/CompletionHandler;)V";
      String several =
          "([Ljava/nio/ByteBuffer;IIJLjava/util/concurrent/TimeUnit;Ljava/lang/Object;"
              + "Ljava/nio/channels/CompletionHandler;)V";
      handler("AsynchronousSocketChannelImpl", method, single, 4, reason);
      handler("AsynchronousSocketChannelImpl", method, several, 6, reason);
      handler(
          "AsynchronousFileChannelImpl",
          method,
          "(Ljava/nio/ByteBuffer;JLjava/lang/Object;Ljava/nio/channels/CompletionHandler;)V",
          3,
          reason);
    }
    handler(
        "AsynchronousSocketChannelImpl",
        "connect",
        "(Ljava/net/SocketAddress;Ljava/lang/Object;Ljava/nio/channels/CompletionHandler;)V",
        2,
        reason);
    handler(
        "AsynchronousServerSocketChannelImpl",
        "accept",
        "(Ljava/lang/Object;Ljava/nio/channels/CompletionHandler;)V",
        1,
        reason);
    handler(
        "AsynchronousFileChannelImpl",
        "lock",
        "(JJZLjava/lang/Object;Ljava/nio/channels/CompletionHandler;)V",
        4,
        reason);
  }

  private void handler(String type, String method, String descriptor, int index, String reason) {
    Argument handler = new Argument(HUB, "handler", index);
    add(Kind.CHANNELS, "sun/nio/ch/" + type, method, descriptor, handler, reason);
  }

  private void http() {
    String client = "jdk/internal/net/http/HttpClientImpl";
    String send =
        "(Ljava/net/http/HttpRequest;Ljava/net/http/HttpResponse$BodyHandler;"
            + "Ljava/net/http/HttpResponse$PushPromiseHandler;Ljava/util/concurrent/Executor;)"
            + "Ljava/util/concurrent/CompletableFuture;";
    String reason = "a connection serves many requests, so each one's listeners carry their own";
    add(Kind.HTTP, client, "sendAsync", send, new Listener(1), reason);
    add(Kind.HTTP, client, "sendAsync", send, new Listener(2), reason);
    String webSocket = "jdk/internal/net/http/websocket/BuilderImpl";
    add(Kind.HTTP, webSocket, "buildAsync", new Listener(1), reason);
  }

  private void flow() {
    add(
        Kind.FLOW,
        subscribed.owner(),
        CONSTRUCTOR,
        new Constructed(subscribed, "subscribe"),
        "captures where the subscriber subscribes");
    add(
        Kind.FLOW,
        subscribed.owner(),
        "consume",
        Around.captured(subscribed),
        "a subscriber sees its own store, whoever publishes");
  }

  private void add(Kind kind, String type, String method, Edit edit, String reason) {
    add(kind, type, method, null, edit, FIRST, LAST, reason);
  }

  private void add(
      Kind kind, String type, String method, String descriptor, Edit edit, String reason) {
    add(kind, type, method, descriptor, edit, FIRST, LAST, reason);
  }

  private void add(
      Kind kind,
      String type,
      String method,
      @Nullable String descriptor,
      Edit edit,
      int since,
      int until,
      String reason) {
    targets.add(new Target(kind, type, method, descriptor, edit, since, until, reason));
  }
}
