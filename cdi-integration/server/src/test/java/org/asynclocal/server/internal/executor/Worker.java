package org.asynclocal.server.internal.executor;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/** A thread of its own that is at work with the submitter's context until it is told to finish. */
public final class Worker {
  private static final long SECONDS = 30;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayFinish = new CountDownLatch(1);
  private final FutureTask<Boolean> task;
  private final Thread thread;

  private Worker(ThreadContextSnapshot context, Runnable work) {
    task = new FutureTask<>(() -> run(context, work));
    thread = new Thread(task, "worker");
  }

  /** Captures here, as an executor does, and begins. */
  public static Worker start(ThreadContextProvider provider) throws InterruptedException {
    return start(provider, () -> {});
  }

  /** The work is done at the end. */
  public static Worker start(ThreadContextProvider provider, Runnable work)
      throws InterruptedException {
    Worker worker = new Worker(provider.currentContext(Map.of()), work);
    worker.thread.start();
    if (!worker.begun.await(SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The task did not begin.");
    }
    return worker;
  }

  public void finish() throws ExecutionException, InterruptedException, TimeoutException {
    mayFinish.countDown();
    task.get(SECONDS, TimeUnit.SECONDS);
    thread.join();
  }

  private boolean run(ThreadContextSnapshot context, Runnable work) throws InterruptedException {
    ThreadContextController controller = context.begin();
    try {
      begun.countDown();
      boolean told = mayFinish.await(SECONDS, TimeUnit.SECONDS);
      work.run();
      return told;
    } finally {
      controller.endContext();
    }
  }
}
