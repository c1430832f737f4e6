package org.asynclocal.it.wildfly.cost;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/** Hands over a task that does nothing and waits for it, many times. */
final class HopBatch {
  private final int hops;

  HopBatch(HttpServletRequest request) {
    hops = Integer.parseInt(request.getParameter("hops"));
  }

  /** What each hop has used. */
  Usage on(ExecutorService executor) throws InterruptedException, ExecutionException {
    Usage before = Usage.now();
    for (int i = 0; i < hops; i++) {
      executor.submit(() -> 1).get();
    }
    return Usage.now().since(before, hops);
  }
}
