package org.asynclocal.agent.preload;

import java.util.concurrent.CompletableFuture;

/** An agent that starts first and loads the classes which take a field until they are loaded. */
public final class Preloader {
  private Preloader() {}

  /** Called by the JVM. */
  public static void premain(String arguments) throws ClassNotFoundException {
    Class.forName("java.util.TimerTask");
    Class.forName("java.util.concurrent.SubmissionPublisher$BufferedSubscription");
    CompletableFuture.runAsync(() -> {}).join();
  }
}
