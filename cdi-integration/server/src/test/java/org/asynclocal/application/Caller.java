package org.asynclocal.application;

import java.util.concurrent.Callable;

/** The application's frames between the test and the kit. */
public final class Caller {
  private Caller() {}

  public static <T> T call(Callable<T> what) throws Exception {
    return what.call();
  }

  public static <T> T callElsewhere(Callable<T> what) throws Exception {
    return what.call();
  }
}
