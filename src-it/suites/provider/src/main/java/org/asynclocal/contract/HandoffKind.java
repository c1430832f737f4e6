package org.asynclocal.contract;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A way of work to another moment or thread. Taking it waits until the work is done. */
public enum HandoffKind {
  EXECUTE {
    @Override
    void take(Lane lane) throws Exception {
      CountDownLatch done = new CountDownLatch(1);
      lane.executor().execute(done::countDown);
      if (!done.await(DEADLINE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the task did not run");
      }
    }
  },
  SUBMIT_RUNNABLE {
    @Override
    void take(Lane lane) throws Exception {
      lane.executor().submit(HandoffKind::work).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
  },
  SUBMIT_CALLABLE {
    @Override
    void take(Lane lane) throws Exception {
      lane.executor().submit(() -> "done").get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
  },
  INVOKE_ALL {
    @Override
    void take(Lane lane) throws Exception {
      List<Callable<String>> one = List.of(() -> "done");
      lane.executor().invokeAll(one).get(0).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    }
  },
  CONTEXTUAL {
    @Override
    void take(Lane lane) {
      lane.contextual(HandoffKind::work).run();
    }
  },
  SUPPLY_ASYNC {
    @Override
    void take(Lane lane) throws Exception {
      await(lane.supplyAsync(() -> "done"));
    }
  },
  THEN_APPLY {
    @Override
    void take(Lane lane) throws Exception {
      CompletableFuture<String> source = lane.newIncompleteFuture();
      completeAndAwait(source, source.thenApply(value -> value));
    }
  },
  THEN_APPLY_ASYNC {
    @Override
    void take(Lane lane) throws Exception {
      CompletableFuture<String> source = lane.newIncompleteFuture();
      completeAndAwait(source, source.thenApplyAsync(value -> value));
    }
  },
  THEN_RUN_ASYNC {
    @Override
    void take(Lane lane) throws Exception {
      CompletableFuture<String> source = lane.newIncompleteFuture();
      completeAndAwait(source, source.thenRunAsync(HandoffKind::work));
    }
  },
  THEN_RUN_ASYNC_AFTER_SUPPLY_ASYNC {
    @Override
    void take(Lane lane) throws Exception {
      CountDownLatch registered = new CountDownLatch(1);
      CompletableFuture<Boolean> source = lane.supplyAsync(() -> await(registered));
      CompletableFuture<Void> last = source.thenRunAsync(HandoffKind::work);
      registered.countDown();
      await(last);
    }

    @Override
    int handoffs() {
      return 2;
    }
  };

  static final long DEADLINE_SECONDS = 20;

  /** Takes the handoff and waits for its end. */
  abstract void take(Lane lane) throws Exception;

  /** How many single handoffs it is. */
  int handoffs() {
    return 1;
  }

  private static void work() {}

  private static void completeAndAwait(CompletableFuture<String> source, CompletableFuture<?> last)
      throws Exception {
    source.complete("done");
    await(last);
  }

  private static void await(CompletableFuture<?> future) throws Exception {
    future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
