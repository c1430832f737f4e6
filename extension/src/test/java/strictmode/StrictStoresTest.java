package strictmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.junit.StrictStores;
import org.asynclocal.strict.StrictMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

class StrictStoresTest {
  private static final AsyncLocalStorage<String> STORAGE = AsyncLocalStorage.named("request");

  private static List<String> failuresOf(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(selectClass(tests))
        .execute()
        .testEvents()
        .failed()
        .stream()
        .map(StrictStoresTest::messageOf)
        .toList();
  }

  private static String messageOf(Event failed) {
    return failed
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .map(Throwable::getMessage)
        .orElse("");
  }

  @Test
  void a_test_that_loses_a_store_fails_with_the_handoff_that_lost_it() {
    assertThat(failuresOf(Losing.class))
        .singleElement()
        .asString()
        .startsWith("ASYNCLOCAL-030")
        .contains("request");
  }

  @Test
  void a_test_that_leaves_a_store_behind_fails() {
    assertThat(failuresOf(Leaking.class)).singleElement().asString().contains("close every scope");
    STORAGE.disable();
  }

  @Test
  void a_test_that_keeps_its_stores_passes_and_strict_mode_is_off_afterwards() {
    assertThat(failuresOf(Careful.class)).isEmpty();
    assertThat(StrictMode.isEnabled()).isFalse();
  }

  @ExtendWith(StrictStores.class)
  static class Losing {
    @Test
    void subject() {
      STORAGE.run("A", () -> CompletableFuture.supplyAsync(STORAGE::getStore).join());
    }
  }

  @ExtendWith(StrictStores.class)
  static class Leaking {
    @Test
    void subject() {
      STORAGE.withScope("left behind");
    }
  }

  @ExtendWith(StrictStores.class)
  static class Careful {
    @Test
    void subject() {
      STORAGE.run("A", () -> assertThat(STORAGE.getStore()).isEqualTo("A"));
    }
  }
}
