package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.asynclocal.it.support.Waiting;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ArquillianTest
@Tag(Needs.KIT)
@DisplayName("A task that waits for another task of its executor")
class StallIT {
  @Inject Executors executors;

  @Deployment
  static WebArchive war() {
    return Wars.withTests("stall", Executors.class);
  }

  @Test
  @DisplayName("has the result where a thread is free")
  void threadFree() throws Exception {
    ManagedExecutor plain = executors.plain;
    Future<Integer> outer = plain.submit(() -> plain.supplyAsync(() -> 1).join());
    assertThat(Waiting.get(outer)).isEqualTo(1);
  }

  @Test
  @DisplayName("is refused, with join() on a stage, where no thread can become free")
  void stage() {
    ManagedExecutor one = executors.one;
    Future<Integer> outer = one.submit(() -> one.supplyAsync(() -> 1).thenApply(x -> x + 1).join());
    assertThatThrownBy(() -> Waiting.get(outer))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("ASYNCLOCAL-114");
  }

  @Test
  @DisplayName("is refused, with get() on a submitted task, where no thread can become free")
  void submitted() {
    ManagedExecutor one = executors.one;
    Future<Integer> outer = one.submit(() -> one.submit(() -> 1).get());
    assertThatThrownBy(() -> Waiting.get(outer))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("ASYNCLOCAL-114");
  }

  @Test
  @DisplayName("may wait long for what another thread completes")
  void completedFromOutside() throws Exception {
    ManagedExecutor one = executors.one;
    CompletableFuture<Integer> outside = one.newIncompleteFuture();
    Future<Integer> outer = one.submit(() -> outside.join());
    outside.complete(3);
    assertThat(Waiting.get(outer)).isEqualTo(3);
  }
}
