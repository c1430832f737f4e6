package org.asynclocal.agent.idioms;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A thread with a queue of its own, through which no store passes: neither the agent nor Node could
 * know that an element of a queue is work. What runs here has nothing of the round.
 */
final class Elsewhere {
  private static final BlockingQueue<Runnable> TASKS = new LinkedBlockingQueue<>();

  static {
    Thread thread = new Thread(Elsewhere::loop, "elsewhere");
    thread.setDaemon(true);
    thread.start(); // of a class initializer, so it has no store
  }

  private Elsewhere() {}

  static void run(Runnable task) {
    TASKS.add(task);
  }

  private static void loop() {
    while (true) {
      try {
        TASKS.take().run();
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }
}
