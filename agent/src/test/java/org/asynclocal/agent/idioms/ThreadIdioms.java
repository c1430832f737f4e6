package org.asynclocal.agent.idioms;

import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Threads that are started by hand. What JDK 17 lacks is called by reflection. */
final class ThreadIdioms {
  private ThreadIdioms() {}

  static void addTo(IdiomTable table) {
    platform(table);
    virtual(table);
  }

  private static void platform(IdiomTable table) {
    table.add("new Thread(task).start()", () -> probe -> join(new Thread(probe.task())));
    table.add(
        "a subclass of Thread",
        () ->
            probe ->
                join(
                    new Thread() {
                      @Override
                      public void run() {
                        probe.see();
                      }
                    }));
    table.add(
        "a thread of a group, with a name",
        () -> probe -> join(new Thread(new ThreadGroup("group"), probe.task(), "named")));
    table.add(
        "a thread of the default factory",
        () -> probe -> join(Executors.defaultThreadFactory().newThread(probe.task())));
    table.add(
        "a thread made before the store and started within it",
        () -> probe -> join(new Thread(probe.task())));
    table.add(
        "a thread that runs a FutureTask",
        () ->
            probe -> {
              FutureTask<Integer> future = new FutureTask<>(probe.supplier(1)::get);
              new Thread(future).start();
              future.get();
            });
    table.add(
        "a handler of uncaught exceptions",
        () ->
            probe -> {
              Thread thread =
                  new Thread(
                      () -> {
                        throw new IllegalStateException("expected");
                      });
              thread.setUncaughtExceptionHandler((failed, failure) -> probe.see());
              join(thread);
            });
    table.add(
        "a thread started by a thread",
        () ->
            probe ->
                join(
                    new Thread(
                        () -> {
                          try {
                            join(new Thread(probe.task()));
                          } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                          }
                        })));
  }

  private static void virtual(IdiomTable table) {
    table.add(
        "Thread.startVirtualThread(task)",
        21,
        () ->
            probe ->
                ((Thread) call(Thread.class, null, "startVirtualThread", probe.task())).join());
    table.add(
        "Thread.ofVirtual().start(task)",
        21,
        () -> probe -> ((Thread) builder("ofVirtual", "start", probe.task())).join());
    table.add(
        "Thread.ofVirtual().unstarted(task), started later",
        21,
        () -> probe -> join((Thread) builder("ofVirtual", "unstarted", probe.task())));
    table.add(
        "Thread.ofPlatform().start(task)",
        21,
        () -> probe -> ((Thread) builder("ofPlatform", "start", probe.task())).join());
    table.add(
        "a factory of virtual threads",
        21,
        () -> {
          ThreadFactory factory = virtualFactory();
          return probe -> join(factory.newThread(probe.task()));
        });
    table.add(
        "a virtual thread that parked",
        21,
        () ->
            probe ->
                join(
                    virtualFactory()
                        .newThread(
                            () -> {
                              try {
                                Thread.sleep(5);
                              } catch (InterruptedException interrupted) {
                                return;
                              }
                              probe.see();
                            })));
    table.add(
        "newVirtualThreadPerTaskExecutor().submit(task)",
        21,
        () -> {
          ExecutorService executor =
              (ExecutorService) call(Executors.class, null, "newVirtualThreadPerTaskExecutor");
          return probe -> executor.submit(probe.task()).get();
        });
    table.add(
        "newThreadPerTaskExecutor(factory).execute(task)",
        21,
        () -> {
          ExecutorService executor =
              (ExecutorService)
                  call(
                      Executors.class,
                      null,
                      "newThreadPerTaskExecutor",
                      Executors.defaultThreadFactory());
          return probe -> {
            executor.execute(probe.task());
            probe.await();
          };
        });
    table.add(
        "virtual threads of a scheduled pool",
        21,
        () -> {
          var executor = Executors.newScheduledThreadPool(1, virtualFactory());
          return probe -> executor.schedule(probe.task(), 1, TimeUnit.MILLISECONDS).get();
        });
    table.add("StructuredTaskScope.fork(task)", 25, () -> ThreadIdioms::forkInScope);
  }

  private static void forkInScope(Probe probe) throws Exception {
    Class<?> type = Class.forName("java.util.concurrent.StructuredTaskScope");
    try (AutoCloseable scope = (AutoCloseable) type.getMethod("open").invoke(null)) {
      Callable<Integer> task = probe.supplier(1)::get;
      type.getMethod("fork", Callable.class).invoke(scope, task);
      type.getMethod("join").invoke(scope);
    }
  }

  static ThreadFactory virtualFactory() {
    return (ThreadFactory) builder("ofVirtual", "factory");
  }

  private static Object builder(String kind, String method, Object... arguments) {
    Object builder = call(Thread.class, null, kind);
    Class<?> view = builder.getClass().getInterfaces()[0]; // its class is not public
    return call(view, builder, method, arguments);
  }

  private static Object call(
      Class<?> type, @Nullable Object target, String name, Object... arguments) {
    try {
      for (Method method : type.getMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
          return method.invoke(target, arguments);
        }
      }
      throw new NoSuchMethodException(name);
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void join(Thread thread) throws InterruptedException {
    thread.start();
    thread.join();
  }
}
