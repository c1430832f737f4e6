package org.asynclocal.internal.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What Micrometer captures")
class StoresAccessorTest {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("micrometer");

  private final ContextSnapshotFactory factory = ContextSnapshotFactory.builder().build();
  private final ExecutorService worker = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    worker.shutdownNow();
  }

  @Test
  @DisplayName("has all storages, on another thread, which has its own again afterwards")
  void carried() throws Exception {
    ContextSnapshot snapshot = STORE.call("a", factory::captureAll);
    Callable<String> read = () -> String.valueOf(STORE.getStore());

    assertThat(onWorker(snapshot.wrap(read))).isEqualTo("a");
    assertThat(onWorker(read)).isEqualTo("null");
    assertThat(onWorker(() -> STORE.call("own", () -> both(snapshot)))).isEqualTo("a own");
  }

  @Test
  @DisplayName("clears where nothing was bound")
  void nothing() {
    ContextSnapshot nothing = factory.captureAll();

    STORE.run("a", () -> assertThat(both(nothing)).isEqualTo("null a"));
  }

  @Test
  @DisplayName("is entered inside a scope of Micrometer and gone with it")
  void entered() {
    ContextSnapshot snapshot = STORE.call("a", factory::captureAll);
    try (ContextSnapshot.Scope scope = snapshot.setThreadLocals()) {
      assertThat(scope).isNotNull();
      STORE.enterWith("entered");
      assertThat(STORE.getStore()).isEqualTo("entered");
    }

    assertThat(STORE.isBound()).isFalse();
  }

  @Test
  @DisplayName(
      "does not overwrite what another thread has, where a scope is closed on the wrong one")
  void wrongThread() throws Exception {
    ContextSnapshot snapshot = STORE.call("a", factory::captureAll);
    ContextSnapshot.Scope scope = onWorker(snapshot::setThreadLocals);

    STORE.run(
        "own",
        () -> {
          scope.close();
          assertThat(STORE.getStore()).isEqualTo("own");
        });
  }

  private static String both(ContextSnapshot snapshot) {
    String inside;
    try (ContextSnapshot.Scope scope = snapshot.setThreadLocals()) {
      assertThat(scope).isNotNull();
      inside = String.valueOf(STORE.getStore());
    }
    return inside + " " + STORE.getStore();
  }

  private <T> T onWorker(Callable<T> task) throws Exception {
    return worker.submit(task).get(10, TimeUnit.SECONDS);
  }
}
