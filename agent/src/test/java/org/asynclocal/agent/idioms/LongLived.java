package org.asynclocal.agent.idioms;

import static java.util.concurrent.TimeUnit.HOURS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.lang.ref.Cleaner;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.ThreadPoolExecutor;

/** Things that live longer than the request that was the first to use them. */
final class LongLived {
  private LongLived() {}

  /**
   * One of them.
   *
   * @param name what it is
   * @param making makes it within the request, and returns what stays reachable
   */
  record Case(String name, Callable<Object> making) {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    pools(cases);
    timers(cases);
    futures(cases);
    channels(cases);
    threads(cases);
    return cases;
  }

  private static void pools(List<Case> cases) {
    add(cases, "a fixed pool", () -> used(Executors.newFixedThreadPool(1)));
    add(cases, "a cached pool", () -> used(Executors.newCachedThreadPool()));
    add(cases, "a scheduled pool", () -> used(Executors.newScheduledThreadPool(1)));
    add(cases, "a ForkJoinPool", () -> used(new ForkJoinPool(1)));
    add(cases, "the common pool", () -> used(ForkJoinPool.commonPool()));
    add(
        cases,
        "a pool that threads are added to by a change of its size",
        () -> {
          ThreadPoolExecutor pool =
              new ThreadPoolExecutor(2, 2, 1, HOURS, new LinkedBlockingQueue<>());
          pool.setCorePoolSize(1);
          pool.setCorePoolSize(2);
          pool.prestartAllCoreThreads();
          return used(pool);
        });
    add(cases, "a finished FutureTask", () -> finished(Executors.newFixedThreadPool(1)));
    add(
        cases,
        "a finished ForkJoinTask",
        () -> {
          ForkJoinTask<?> task = ForkJoinTask.adapt(() -> {});
          task.fork().join();
          return List.of(task);
        });
  }

  private static void timers(List<Case> cases) {
    add(cases, "the periodic task of a class initializer", () -> Housekeeper.POOL);
    add(cases, "the Timer of a class initializer", () -> HousekeepingTimer.TIMER);
    add(
        cases,
        "a Timer whose task has run",
        () -> {
          Timer timer = new Timer(true);
          CompletableFuture<Void> ran = new CompletableFuture<>();
          timer.schedule(task(() -> ran.complete(null)), 0);
          ran.join();
          return timer;
        });
    add(
        cases,
        "a cancelled TimerTask",
        () -> {
          Timer timer = new Timer(true);
          TimerTask task = task(() -> {});
          timer.schedule(task, HOURS.toMillis(1));
          task.cancel();
          return List.of(timer, task);
        });
    add(
        cases,
        "a cancelled task of a scheduled pool",
        () -> {
          ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
          Future<?> future = pool.schedule(() -> {}, 1, HOURS);
          future.cancel(false);
          return List.of(pool, future);
        });
  }

  private static void futures(List<Case> cases) {
    add(
        cases,
        "a future with a timeout of an hour",
        () -> new CompletableFuture<>().orTimeout(1, HOURS));
    add(
        cases,
        "a completed future with dependents",
        () -> {
          CompletableFuture<Integer> source = new CompletableFuture<>();
          CompletableFuture<Integer> stage = source.thenApply(one -> one);
          source.complete(1);
          return List.of(source, stage);
        });
    add(
        cases,
        "the delay of a delayedExecutor",
        () -> {
          Executor later = CompletableFuture.delayedExecutor(1, MILLISECONDS);
          CompletableFuture.runAsync(() -> {}, later).join();
          return later;
        });
    add(
        cases,
        "a publisher whose subscriber has cancelled",
        () -> {
          SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
          CompletableFuture<Void> consumed = publisher.consume(each -> {});
          consumed.cancel(false);
          while (publisher.getNumberOfSubscribers() > 0) {
            publisher.submit(1);
          }
          return publisher;
        });
  }

  private static void channels(List<Case> cases) {
    add(
        cases,
        "the connections of an HttpClient",
        () -> {
          HttpClient client = HttpClient.newHttpClient();
          HttpRequest request = HttpRequest.newBuilder(HttpStub.start()).build();
          client.sendAsync(request, BodyHandlers.ofString()).join();
          return client;
        });
    add(
        cases,
        "a kept connection of HttpURLConnection",
        () -> {
          URI uri = HttpStub.start();
          try (var body = uri.toURL().openStream()) {
            return body.readAllBytes();
          }
        });
    add(
        cases,
        "the threads behind asynchronous sockets",
        () -> {
          AsynchronousServerSocketChannel server =
              AsynchronousServerSocketChannel.open()
                  .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
          AsynchronousSocketChannel client = AsynchronousSocketChannel.open();
          var accepted = server.accept();
          client.connect(server.getLocalAddress()).get();
          return List.of(server, client, accepted.get());
        });
    add(
        cases,
        "the threads behind asynchronous files",
        () -> {
          var file =
              AsynchronousFileChannel.open(
                  Files.createTempFile("long-lived", ".bin"), StandardOpenOption.WRITE);
          file.write(ByteBuffer.allocate(1), 0).get();
          return file;
        });
    add(
        cases,
        "a watch of the file system",
        () -> {
          var watch = FileSystems.getDefault().newWatchService();
          Files.createTempDirectory("watched")
              .register(watch, StandardWatchEventKinds.ENTRY_CREATE);
          return watch;
        });
    add(
        cases,
        "the reaper of a process that runs",
        () -> {
          Process process = new ProcessBuilder("sleep", "20").start();
          return List.of(process, process.onExit());
        });
  }

  private static void threads(List<Case> cases) {
    add(cases, "the thread of a class initializer", () -> HousekeepingThread.THREAD);
    add(cases, "a Cleaner", Cleaner::create);
    add(
        cases,
        "the thread that delays virtual threads",
        () -> {
          if (Runtime.version().feature() >= 21) {
            Thread thread =
                ThreadIdioms.virtualFactory()
                    .newThread(
                        () -> {
                          try {
                            Thread.sleep(2);
                          } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                          }
                        });
            thread.start();
            thread.join();
          }
          return "unparker";
        });
  }

  private static void add(List<Case> cases, String name, Callable<Object> making) {
    cases.add(new Case(name, making));
  }

  private static ExecutorService used(ExecutorService pool) throws Exception {
    pool.submit(() -> {}).get();
    return pool;
  }

  private static Object finished(ExecutorService pool) throws Exception {
    Future<?> future = pool.submit(() -> 1);
    future.get();
    return List.of(future);
  }

  private static TimerTask task(Runnable task) {
    return new TimerTask() {
      @Override
      public void run() {
        task.run();
      }
    };
  }

  /** As the pool of connections that a library keeps in a static field. */
  private static final class Housekeeper {
    static final ScheduledExecutorService POOL = Executors.newScheduledThreadPool(1);

    static {
      Probe.use(POOL.scheduleWithFixedDelay(() -> {}, 1, 1, HOURS));
    }
  }

  private static final class HousekeepingTimer {
    static final Timer TIMER = new Timer(true);

    static {
      TIMER.schedule(task(() -> {}), HOURS.toMillis(1), HOURS.toMillis(1));
    }
  }

  private static final class HousekeepingThread {
    static final Thread THREAD = new Thread(HousekeepingThread::sleep);

    static {
      THREAD.setDaemon(true);
      THREAD.start();
    }

    private static void sleep() {
      try {
        Thread.sleep(HOURS.toMillis(1));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
