package org.asynclocal.internal.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.Reports;
import org.asynclocal.Scope;
import org.asynclocal.internal.config.MapSettings;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

@DisplayName("A storage that the log shows")
class MappedContextBridgeTest {
  private static final AsyncLocalStorage<Object> ID = AsyncLocalStorage.named("log-id");
  private static final AsyncLocalStorage<String> OTHER = AsyncLocalStorage.named("log-other");

  /** Once disabled, all of its name count as such. */
  private static final AsyncLocalStorage<String> DISABLED = AsyncLocalStorage.named("log-disabled");

  private ConfiguredLogBridges bridges = open("log-id:id, log-disabled:disabled");

  @BeforeEach
  void nothingIsThere() {
    assertThat(shown()).isNull();
  }

  @AfterEach
  void close() {
    bridges.close();
    MDC.clear();
  }

  @Test
  @DisplayName("shows under its key inside run, in both logging libraries, and not afterwards")
  void run() {
    ID.run(
        "1",
        () -> {
          assertThat(shown()).isEqualTo("1");
          assertThat(org.jboss.logging.MDC.get("id")).isEqualTo("1");
          ID.run("2", () -> assertThat(shown()).isEqualTo("2"));
          assertThat(shown()).isEqualTo("1");
          ID.exit(() -> assertThat(shown()).isNull());
          assertThat(shown()).isEqualTo("1");
        });

    assertThat(shown()).isNull();
    assertThat(org.jboss.logging.MDC.get("id")).isNull();
  }

  @Test
  @DisplayName("shows in a scope, also in one that is closed out of order")
  void scopes() {
    Scope outer = ID.withScope("1");
    Scope inner = ID.withScope("2");
    assertThat(shown()).isEqualTo("2");
    try (Reports reports = new Reports()) {
      outer.close();
      assertThat(reports.messages()).hasSize(1);
    }
    inner.close();

    assertThat(shown()).isNull();
  }

  @Test
  @DisplayName("hides what a new thread inherited from the one that made it, in a task without it")
  void inherited() throws InterruptedException {
    List<String> seen = new ArrayList<>();
    ContextSnapshot others = OTHER.call("other", AsyncLocalStorage::snapshot);
    List<Runnable> tasks =
        List.of(
            () -> ContextSnapshot.empty().run(() -> seen.add(String.valueOf(shown()))),
            () -> seen.add(ContextSnapshot.empty().call(() -> String.valueOf(shown()))),
            ContextSnapshot.empty().bindRunnable(() -> seen.add(String.valueOf(shown()))),
            () -> begun(() -> seen.add(String.valueOf(shown()))),
            () -> others.run(() -> seen.add(String.valueOf(shown()))));
    for (Runnable task : tasks) {
      Thread inheriting =
          new Thread(
              () -> {
                MDC.put("id", "of the request that made the thread");
                task.run();
              });
      inheriting.start();
      inheriting.join();
    }

    assertThat(seen).hasSize(tasks.size()).containsOnly("null");
  }

  /** Runs the task as a runtime does that clears the stores. */
  private static void begun(Runnable task) {
    var context = new AsyncLocalContextProvider().clearedContext(Map.of()).begin();
    try {
      task.run();
    } finally {
      context.endContext();
    }
  }

  @Test
  @DisplayName("shows what is entered, until the snapshot around it ends, and not once disabled")
  void entered() {
    ContextSnapshot nothing = AsyncLocalStorage.snapshot();
    nothing.run(
        () -> {
          DISABLED.enterWith("1");
          assertThat(MDC.get("disabled")).isEqualTo("1");
          DISABLED.disable();
          assertThat(MDC.get("disabled")).isNull();
          DISABLED.enterWith("2");
          assertThat(MDC.get("disabled")).isEqualTo("2");
        });

    assertThat(MDC.get("disabled")).isNull();
  }

  @Test
  @DisplayName("that another thread disables does not stay in the log")
  void disabledElsewhere() throws Exception {
    DISABLED.run(
        "1",
        () -> {
          Thread other = new Thread(DISABLED::disable);
          other.start();
          other.join();
        });

    assertThat(MDC.get("disabled")).isNull();
  }

  @Test
  @DisplayName("shows on another thread while a bound task runs there, and not afterwards")
  void otherThread() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      var bound =
          ID.call("1", () -> AsyncLocalStorage.bindCallable(MappedContextBridgeTest::shown));

      assertThat(executor.submit(bound).get(10, TimeUnit.SECONDS)).isEqualTo("1");
      assertThat(executor.submit(MappedContextBridgeTest::shown).get(10, TimeUnit.SECONDS))
          .isNull();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  @DisplayName("leaves its key alone when another storage changes")
  void otherStorage() {
    MDC.put("id", "the application's own");

    OTHER.run("x", () -> assertThat(shown()).isEqualTo("the application's own"));

    assertThat(shown()).isEqualTo("the application's own");
  }

  @Test
  @DisplayName("shows under its own name where the configuration names no key")
  void ownName() {
    bridges.close();
    bridges = open("log-id");

    ID.run("1", () -> assertThat(MDC.get("log-id")).isEqualTo("1"));
  }

  @Test
  @DisplayName("cannot begin a line of its own in the log")
  void controlCharacters() {
    ID.run("1\nERROR forged", () -> assertThat(shown()).isEqualTo("1_ERROR forged"));
  }

  @Test
  @DisplayName("whose value throws does not harm the operation, and is reported once")
  void throwing() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("broken");
          }
        };
    try (Reports reports = new Reports()) {
      ID.run(broken, () -> assertThat(shown()).isNull());
      ID.run(broken, () -> assertThat(shown()).isNull());

      assertThat(reports.messages())
          .singleElement()
          .asString()
          .contains("ASYNCLOCAL-073", "'log-id'");
    }
  }

  @Test
  @DisplayName("shows no longer when the bridges are closed")
  void closed() {
    bridges.close();

    ID.run("1", () -> assertThat(shown()).isNull());
  }

  private static @Nullable String shown() {
    return MDC.get("id");
  }

  private static ConfiguredLogBridges open(String names) {
    return ConfiguredLogBridges.open(MapSettings.of(Map.of("asynclocal.mdc", names)));
  }

  @Test
  @DisplayName("runs the operation, and restores its storage, though the value has no text")
  void errorInText() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new NoClassDefFoundError("expected by the test");
          }
        };
    AsyncLocalStorage<Object> id = AsyncLocalStorage.named("log-id");
    List<String> ran = new ArrayList<>();
    try (Reports reports = new Reports()) {
      id.run(broken, () -> ran.add("operation"));

      assertThat(reports.messages()).singleElement().asString().contains("ASYNCLOCAL-073");
    }
    assertThat(ran).containsExactly("operation");
    assertThat(id.isBound()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u0085", "\u009B", "\u2028", "\u2029", "\u202E", "\u2066", "\r", "\uD83D"})
  @DisplayName("shows an underscore for characters that could forge a line or turn the text around")
  void unsafeCharacters(String unsafe) {
    ID.run("a" + unsafe + "b", () -> assertThat(shown()).isEqualTo("a_b"));
    ID.run("a\uD83D\uDE00b", () -> assertThat(shown()).isEqualTo("a\uD83D\uDE00b"));
  }
}
