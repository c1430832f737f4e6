package org.asynclocal.it.quarkus.services;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.asynclocal.it.quarkus.Stores;
import org.eclipse.microprofile.faulttolerance.Asynchronous;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** Methods that fault tolerance runs on threads and at times of its own. */
@ApplicationScoped
public class Tolerant {
  private final AtomicInteger attempts = new AtomicInteger();

  /** Runs on a worker. */
  @Asynchronous
  @Timeout(value = 10, unit = ChronoUnit.SECONDS)
  public CompletionStage<String> asynchronous() {
    return CompletableFuture.completedFuture(Stores.request());
  }

  /** Runs a second time, later. */
  @Asynchronous
  @Retry(maxRetries = 1, delay = 5)
  public CompletionStage<String> retried() {
    if (attempts.incrementAndGet() % 2 == 1) {
      throw new IllegalStateException("the first attempt fails");
    }
    return CompletableFuture.completedFuture(Stores.request());
  }

  /** Fails, so that its fallback answers. */
  @Asynchronous
  @Fallback(fallbackMethod = "instead")
  public Uni<String> failing() {
    return Uni.createFrom().failure(new IllegalStateException("always fails"));
  }

  Uni<String> instead() {
    return Uni.createFrom().item(Stores.request());
  }
}
