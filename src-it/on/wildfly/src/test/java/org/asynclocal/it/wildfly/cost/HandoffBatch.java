package org.asynclocal.it.wildfly.cost;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;

/** Hands over a task that does nothing and waits for it, many times. */
final class HandoffBatch {
  private final int handoffs;

  HandoffBatch(HttpServletRequest request) {
    handoffs = Integer.parseInt(request.getParameter("handoffs"));
  }

  /** Returns the resources that each handoff has used. */
  Usage on(ExecutorService executor) throws InterruptedException, ExecutionException {
    Usage before = Usage.now();
    for (int i = 0; i < handoffs; i++) {
      executor.submit(() -> 1).get();
    }
    return Usage.now().since(before, handoffs);
  }
}
