package org.asynclocal.agent.events;

import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;

/**
 * Runs code that wraps nothing with a hook enabled, and prints the hook's events, a line for each
 * kind of handoff.
 */
public final class EventsRunner {
  private static final long PATIENCE_MILLIS = 5_000;

  private EventsRunner() {}

  /** Prints the events. */
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    print("future", 5, () -> CompletableFuture.runAsync(() -> {}, pool).join());
    print("task", 4, () -> pool.execute(() -> {}));
    print("thread", 4, () -> new Thread(() -> {}).start());
    Timer timer = new Timer(true);
    print("timer", 4, () -> timer.schedule(task(), 1));
    System.out.println("attribute " + attribute(pool));
    System.out.println("quiet " + quietWhenIdle(pool));
    System.exit(0);
  }

  private static TimerTask task() {
    return new TimerTask() {
      @Override
      public void run() {}
    };
  }

  private static void print(String name, int count, Runnable code) throws InterruptedException {
    Recorder recorder = new Recorder();
    var hook = AsyncHooks.createHook(recorder).enable();
    code.run();
    await(() -> recorder.events.size() >= count);
    hook.disable();
    System.out.println(name + ' ' + String.join(" ", recorder.events));
  }

  /** Returns the attribute of a future's resource as its function finds it. */
  private static Object attribute(ExecutorService pool) {
    var hook =
        AsyncHooks.createHook(
                new HookListener() {
                  @Override
                  public void init(
                      long asyncId, String type, long triggerAsyncId, AsyncResource resource) {
                    resource.attributes().put("key", "value");
                  }
                })
            .enable();
    try {
      return CompletableFuture.supplyAsync(
              () -> AsyncHooks.executionAsyncResource().attributes().get("key"), pool)
          .join();
    } finally {
      hook.disable();
    }
  }

  /** A hook that is told of destroyed resources through a pool must not cause new ones by that. */
  private static boolean quietWhenIdle(ExecutorService pool) throws InterruptedException {
    Recorder recorder = new Recorder();
    var hook = AsyncHooks.createHook(recorder).enable();
    pool.execute(() -> {});
    await(() -> recorder.events.size() >= 4);
    Thread.sleep(200); // what must not happen has no event to wait for
    hook.disable();
    return recorder.events.stream().filter(event -> event.startsWith("init")).count() == 1;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!condition.getAsBoolean() && System.currentTimeMillis() < end) {
      Thread.sleep(1);
    }
  }

  private static final class Recorder implements HookListener {
    final List<String> events = new CopyOnWriteArrayList<>();

    @Override
    public void init(long asyncId, String type, long triggerAsyncId, AsyncResource resource) {
      events.add("init:" + type);
    }

    @Override
    public void before(long asyncId) {
      events.add("before");
    }

    @Override
    public void after(long asyncId) {
      events.add("after");
    }

    @Override
    public void destroy(long asyncId) {
      events.add("destroy");
    }

    @Override
    public void promiseResolve(long asyncId) {
      events.add("promiseResolve");
    }
  }
}
